import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { WarningNote } from "@/components/ui/field-parts";
import { Time } from "@/components/ui/time";
import { stepTitles } from "@/lib/fields/model";
import type { InvitationView } from "@/lib/invitations/model";
import type { Translate } from "@/lib/languages/model";
import { dayOf } from "@/lib/time/model";
import { stateTones, troubleOf } from "./texts";

type Props = {
  invitation: InvitationView;
  actionsOf: (invitation: InvitationView) => ReactNode;
};

export function InvitationCard({ invitation, actionsOf }: Props) {
  const t = useTranslations("invitations.card");
  const states = useTranslations("invitations.state");
  const { id, name, email, state, steps, acceptsAddendum, dueOn, forwarded } = invitation;
  const trouble = useTrouble(invitation);
  const sections = steps.map((step) => stepTitles[step]).join(", ");
  return (
    <article aria-labelledby={id} className="card flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 id={id}>{headingOf(invitation, t)}</h3>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={stateTones[state]}>{states(state)}</Badge>
          <p className="text-muted text-sm">
            <When invitation={invitation} />
          </p>
        </div>
      </div>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      <p className="text-sm">
        {t(acceptsAddendum ? "askedAndAccepts" : "asked", { name, sections })}
        {dueOn && ` ${t("due", { day: dayOf(dueOn) })}`}
      </p>
      {invitation.link && <TheLink link={invitation.link} about={email} />}
      {state !== "revoked" && actionsOf(invitation)}
      {forwarded.length > 0 && (
        <div className="flex flex-col gap-3 border-l-2 pl-4">
          <p className="font-medium text-sm">{t("forwarded", { name })}</p>
          {forwarded.map((one) => (
            <InvitationCard key={one.id} invitation={one} actionsOf={actionsOf} />
          ))}
        </div>
      )}
    </article>
  );
}

function useTrouble({ state, delivery }: InvitationView): string | null {
  const t = useTranslations("invitations.trouble");
  const ofMail = useTranslations("notifications.mail");
  return state === "revoked" ? null : troubleOf(delivery, t, ofMail);
}

function headingOf({ email, delivery }: InvitationView, t: Translate<"invitations.card">): string {
  switch (delivery.state) {
    case "refused":
    case "failed":
      return t("undelivered", { email });
    case "delayed":
    case "not_configured":
      return t("unsent", { email });
    default:
      return t("sent", { email });
  }
}

function When({ invitation }: { invitation: InvitationView }) {
  const t = useTranslations("invitations.card");
  const { state, delivery, sentAt, expiresAt, openedAt, activeAt, submittedAt, revokedAt } =
    invitation;
  if (state === "revoked") return <Time at={revokedAt} />;
  const last = { opened: openedAt, active: activeAt, submitted: submittedAt };
  const latest = state in last ? last[state as keyof typeof last] : null;
  return (
    <>
      {latest && (
        <>
          <Time at={latest} /> ·{" "}
        </>
      )}
      {t.rich(`mail.${delivery.state}`, { at: sentAt, time: () => <Time at={sentAt} /> })} ·{" "}
      {t(state === "expired" ? "ended" : "worksUntil", { day: dayOf(expiresAt) })}
    </>
  );
}

/** Selectable, too, where no script copies it. */
export function TheLink({ link, about }: { link: string; about: string }) {
  const t = useTranslations("invitations.link");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <code
        translate="no"
        className="min-w-0 flex-1 basis-60 select-all rounded-control bg-surface px-3 py-2 text-sm"
      >
        <span className="sr-only">{t("about", { email: about })}</span>
        {link}
      </code>
      <CopyButton text={link} label={t("copy")} variant="secondary" />
    </div>
  );
}
