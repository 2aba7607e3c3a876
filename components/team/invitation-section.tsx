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
  const { delivery, link } = invitation;
  const trouble = delivery && mailTrouble(delivery, whatToDo);
  return (
    <Section title="Invitation">
      <p>
        <HowLong invitation={invitation} />
      </p>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      {link && <TheLink link={link} about={email} />}
      <div className="flex flex-col gap-3">
        <ActForm
          act={resend}
          label="Resend invitation"
          busy="Sending…"
          undone="The invitation was not sent again"
          variant="secondary"
        />
        <p className="text-muted text-sm">
          A new link that works for {INVITATION_DAYS} days. The one before stops working.
        </p>
        <ActForm
          act={revoke}
          label="Revoke invitation"
          busy="Revoking…"
          undone="The invitation was not revoked"
          variant="secondary"
        />
        <p className="text-muted text-sm">
          The link stops working and {name} leaves this list. The address can be invited again.
        </p>
      </div>
    </Section>
  );
}

const whatToDo = {
  refused: "Revoke the invitation and invite the right address",
  unconfigured: ". Copy the link and hand it over yourself",
  failed: "Resend the invitation",
};

function HowLong({ invitation: { endsAt, ended } }: { invitation: InvitationView }) {
  if (endsAt === null) return "Added by command. A sign-in link brings this person in.";
  return ended ? (
    <>
      The invitation ended <Time at={endsAt} />. Nothing signs this person in until it is sent
      again.
    </>
  ) : (
    <>
      Nobody has used the link yet. The invitation ends <Time at={endsAt} />.
    </>
  );
}
