import { describeRegistration } from "@/lib/institutions/model";
import type { BankEffect } from "@/lib/webhooks/model";

/** Bank by bank, from what to what. `would` while nothing has been done yet. */
export function Effects({ effects, would = false }: { effects: BankEffect[]; would?: boolean }) {
  return (
    <ul className="flex flex-col divide-y border-y">
      {effects.map((effect, at) => (
        // A delivery that was replayed may have changed one bank twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={at} className="flex flex-col gap-1 py-2">
          <Sentence effect={effect} would={would} />
          {effect.errorsAdded.map((message) => (
            <p key={message} className="text-muted text-sm">
              {would ? "Would add the error" : "Added the error"} “{message}”
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Sentence({ effect: { name, from, to }, would }: { effect: BankEffect; would: boolean }) {
  const now = describeRegistration(to).label;
  if (would) {
    return (
      <p>
        {from === to ? `Would leave ${name} at ${now}` : `Would set ${name} to ${now}`}
        {from && from !== to && (
          <span className="text-muted"> (is {describeRegistration(from).label} here)</span>
        )}
      </p>
    );
  }
  return (
    <p>
      <strong className="font-medium">{name}</strong>:{" "}
      {from === to ? (
        now
      ) : (
        <>
          {from ? describeRegistration(from).label : "not named before"}{" "}
          <span aria-hidden="true">→</span> <span className="sr-only">became</span> {now}
        </>
      )}
    </p>
  );
}
