import { formatInstant } from "@/components/ui/time";
import type { HandoverFacts } from "@/lib/handovers/model";
import { secretTitles } from "@/lib/secrets/model";

/** One and the same for a link that never was, was used, locked, revoked, or whose time is over. */
export function HandoverEnded() {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>This link does not work any more</h1>
      <p>
        A link to keys works one time, on one device, and for a few days. Ask the company that sent
        it for a new one.
      </p>
      <p>
        If you did not use it yourself and were told that it was used, tell that company at once.
      </p>
    </div>
  );
}

export function HandoverReceipt({
  link: { company, kinds },
  partner,
  receivedAt,
}: {
  link: HandoverFacts;
  partner: string;
  receivedAt: string;
}) {
  const received = kinds.map((kind) => secretTitles[kind]).join(" and ");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>You received the keys</h1>
      <p>
        You received the {received} for {company} on{" "}
        <time dateTime={receivedAt}>{formatInstant(new Date(receivedAt))}</time>. We mailed you a
        receipt, too.
      </p>
      <p>
        Nothing can be shown here any more, and {partner} keeps no copy. If a secret is lost,{" "}
        {partner} can make another one.
      </p>
    </div>
  );
}
