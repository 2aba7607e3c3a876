import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { WarningNote } from "@/components/ui/field-parts";
import { Time } from "@/components/ui/time";
import { stepTitles } from "@/lib/fields/model";
import type { InvitationView } from "@/lib/invitations/model";
import { dayOf } from "@/lib/time/model";
import { states, troubleOf } from "./texts";

type Props = {
  invitation: InvitationView;
  actionsOf: (invitation: InvitationView) => ReactNode;
};

export function InvitationCard({ invitation, actionsOf }: Props) {
  const { id, name, email, state, steps, acceptsAddendum, dueOn, forwarded } = invitation;
  const { label, tone } = states[state];
  const trouble = state === "revoked" ? null : troubleOf(invitation.delivery);
  return (
    <article aria-labelledby={id} className="card flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 id={id}>{headingOf(invitation)}</h3>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tone}>{label}</Badge>
          <p className="text-muted text-sm">
            <When invitation={invitation} />
          </p>
        </div>
      </div>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      <p className="text-sm">
        {name} is asked for {steps.map((step) => stepTitles[step]).join(", ")}
        {acceptsAddendum && ", and accepts the bank addendum"}.{dueOn && ` Due ${dayOf(dueOn)}.`}
      </p>
      {invitation.link && <TheLink link={invitation.link} about={email} />}
      {state !== "revoked" && actionsOf(invitation)}
      {forwarded.length > 0 && (
        <div className="flex flex-col gap-3 border-l-2 pl-4">
          <p className="font-medium text-sm">Passed on by {name}</p>
          {forwarded.map((one) => (
            <InvitationCard key={one.id} invitation={one} actionsOf={actionsOf} />
          ))}
        </div>
      )}
    </article>
  );
}

function headingOf({ email, delivery }: InvitationView): string {
  switch (delivery.state) {
    case "refused":
    case "failed":
      return `Invitation not delivered to ${email}`;
    case "delayed":
    case "not_configured":
      return `Invitation for ${email}`;
    default:
      return `Invitation sent to ${email}`;
  }
}

/** What happened at the time beside it. */
const mailWords: Record<InvitationView["delivery"]["state"], string> = {
  queued: "mail queued",
  delayed: "mail queued",
  sent: "mail sent",
  refused: "mail refused",
  failed: "mail failed",
  dropped: "made",
  not_configured: "made",
};

function When({ invitation }: { invitation: InvitationView }) {
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
      {mailWords[delivery.state]} <Time at={sentAt} /> ·{" "}
      {state === "expired" ? "link ended" : "link works until"} {dayOf(expiresAt)}
    </>
  );
}

/** Selectable, too, where no script copies it. */
export function TheLink({ link, about }: { link: string; about: string }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <code
        translate="no"
        className="min-w-0 flex-1 basis-60 select-all rounded-control bg-surface px-3 py-2 text-sm"
      >
        <span className="sr-only">Link for {about}: </span>
        {link}
      </code>
      <CopyButton text={link} label="Copy link" variant="secondary" />
    </div>
  );
}
