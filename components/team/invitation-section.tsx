import { useTranslations } from "next-intl";
import { TheLink } from "@/components/invitations/invitation-card";
import { mailTrouble } from "@/components/notifications/mail-trouble";
import { WarningNote } from "@/components/ui/field-parts";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { INVITATION_DAYS, type InvitationView, type PersonView } from "@/lib/team/model";
import { ActForm, type TeamAct } from "./act-form";

/** Somebody who did not come yet: how the invitation stands, and what can be done about it. */
export function InvitationSection({
  person: { name, email },
  invitation,
  resend,
  revoke,
}: {
  person: PersonView;
  invitation: InvitationView;
  resend: TeamAct;
  revoke: TeamAct;
}) {
  const t = useTranslations("team.invitation");
  const ofMail = useTranslations("notifications.mail");
  const { delivery, link } = invitation;
  const whatToDo = {
    refused: t("trouble.refused"),
    unconfigured: t("trouble.unconfigured"),
    failed: t("trouble.failed"),
  };
  const trouble = delivery && mailTrouble(delivery, whatToDo, ofMail);
  return (
    <Section title={t("title")}>
      <p>
        <HowLong invitation={invitation} />
      </p>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      {link && <TheLink link={link} about={email} />}
      <div className="flex flex-col gap-3">
        <ActForm
          act={resend}
          label={t("resend.label")}
          busy={t("resend.busy")}
          undone={t("resend.undone")}
          variant="secondary"
        />
        <p className="text-muted text-sm">{t("resend.about", { days: INVITATION_DAYS })}</p>
        <ActForm
          act={revoke}
          label={t("revoke.label")}
          busy={t("revoke.busy")}
          undone={t("revoke.undone")}
          variant="secondary"
        />
        <p className="text-muted text-sm">{t("revoke.about", { name })}</p>
      </div>
    </Section>
  );
}

function HowLong({ invitation: { endsAt, ended } }: { invitation: InvitationView }) {
  const t = useTranslations("team.invitation");
  if (endsAt === null) return t("byCommand");
  return t.rich(ended ? "ended" : "open", { at: endsAt, time: () => <Time at={endsAt} /> });
}
