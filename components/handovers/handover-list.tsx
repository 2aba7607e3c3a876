import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/components/languages/formats";
import { Badge } from "@/components/ui/badge";
import { WarningNote } from "@/components/ui/field-parts";
import { Day, Time } from "@/components/ui/time";
import type { HandoverView } from "@/lib/handovers/model";
import { tones, troubleOf } from "./texts";

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
  const t = useTranslations("handovers");
  const ofMail = useTranslations("notifications.mail");
  const secrets = useTranslations("handover.secrets");
  const { list } = useFormats();
  const open = state === "sent" || state === "opened";
  const trouble = open ? troubleOf(handover.delivery, t, ofMail) : null;
  return (
    <article aria-labelledby={id} className="card flex flex-col gap-3">
      <h3 id={id}>{t("list.title", { recipient: email })}</h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        <p className="text-muted text-sm">
          {t.rich(open ? "list.madeAndOpen" : "list.made", {
            secrets: list(kinds.map((kind) => secrets(kind))),
            person: createdBy,
            day: () => <Day at={expiresAt} />,
          })}
        </p>
      </div>
      {trouble && <WarningNote>{trouble}</WarningNote>}
      <ol aria-label={t("list.events", { name })} className="flex flex-col gap-1 text-sm">
        {eventsOf(handover).map(({ event, at }) => (
          <li key={event}>
            {t.rich(`events.${event}`, {
              address: handover.revealedFrom ?? "",
              time: () => <Time at={at} />,
            })}
          </li>
        ))}
      </ol>
      {open && revoke}
    </article>
  );
}

function eventsOf(handover: HandoverView) {
  const { createdAt, openedAt, codeGivenAt, lockedAt, revokedAt, revealedAt } = handover;
  const shown = handover.revealedFrom === null ? "shownSomewhere" : "shown";
  const events = [
    { event: "created", at: createdAt },
    { event: "sent", at: handover.delivery.state === "sent" ? handover.delivery.at : null },
    { event: "opened", at: openedAt },
    { event: "codeGiven", at: codeGivenAt },
    { event: "locked", at: lockedAt },
    { event: shown, at: revealedAt },
    { event: "stored", at: handover.storedAt },
    { event: "revoked", at: revokedAt },
    { event: "ended", at: handover.state === "expired" ? handover.expiresAt : null },
  ] as const;
  return events.flatMap(({ event, at }) => (at === null ? [] : [{ event, at }]));
}
