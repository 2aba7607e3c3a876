import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { WarningNote } from "@/components/ui/field-parts";
import { Day, Time } from "@/components/ui/time";
import type { HandoverView } from "@/lib/handovers/model";
import { secretTitles } from "@/lib/secrets/model";
import { states, troubleOf } from "./texts";

type Props = { handovers: HandoverView[]; revokeOf: (handover: HandoverView) => ReactNode };

/** Links that were made, latest first, with what became of each. */
export function HandoverList({ handovers, revokeOf }: Props) {
  if (handovers.length === 0) return null;
  return (
    <ul className="flex flex-col gap-4">
      {handovers.map((handover) => (
        <li key={handover.id}>
          <HandoverCard handover={handover} revoke={revokeOf(handover)} />
        </li>
      ))}
    </ul>
  );
}

function HandoverCard({ handover, revoke }: { handover: HandoverView; revoke: ReactNode }) {
  const { id, name, email, kinds, state, expiresAt, createdBy } = handover;
  const { label, tone } = states[state];
  const open = state === "sent" || state === "opened";
  const trouble = open ? troubleOf(handover.delivery) : null;
  return (
    <article aria-labelledby={id} className="card flex flex-col gap-3">
      <h3 id={id}>Hand-over link for {email}</h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{label}</Badge>
        <p className="text-muted text-sm">
          {kinds.map((kind) => secretTitles[kind]).join(" and ")} · by {createdBy}
          {open && (
            <>
              {" "}
              · works until <Day at={expiresAt} />
            </>
          )}
        </p>
      </div>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      <ol
        aria-label={`What happened to the link of ${name}`}
        className="flex flex-col gap-1 text-sm"
      >
        {eventsOf(handover).map(({ what, at }) => (
          <li key={what}>
            {what} <Time at={at} />
          </li>
        ))}
      </ol>
      {open && revoke}
    </article>
  );
}

function eventsOf(handover: HandoverView): { what: string; at: string }[] {
  const { createdAt, openedAt, codeGivenAt, lockedAt, revokedAt, revealedAt } = handover;
  const events = [
    { what: "Created", at: createdAt },
    { what: "Mail sent", at: handover.delivery.state === "sent" ? handover.delivery.at : null },
    { what: "Opened, code sent", at: openedAt },
    { what: "Code given", at: codeGivenAt },
    { what: "Locked after five wrong codes", at: lockedAt },
    { what: `Shown one time to ${handover.revealedFrom ?? "an unknown address"}`, at: revealedAt },
    { what: "Said to be stored", at: handover.storedAt },
    { what: "Revoked", at: revokedAt },
    { what: "Ended", at: handover.state === "expired" ? handover.expiresAt : null },
  ];
  return events.flatMap(({ what, at }) => (at === null ? [] : [{ what, at }]));
}
