import { useTranslations } from "next-intl";
import { describeRegistration } from "@/lib/institutions/model";
import type { BankEffect } from "@/lib/webhooks/model";

/** Bank by bank, from what to what. `would` while nothing has been done yet. */
export function Effects({ effects, would = false }: { effects: BankEffect[]; would?: boolean }) {
  const t = useTranslations("webhooks.effect");
  return (
    <ul className="flex flex-col divide-y border-y">
      {effects.map((effect, at) => (
        // A delivery that was replayed may have changed one bank twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={at} className="flex flex-col gap-1 py-2">
          <Sentence effect={effect} would={would} />
          {effect.errorsAdded.map((message) => (
            <p key={message} className="text-muted text-sm">
              {t(would ? "would.error" : "was.error", { message })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Sentence({ effect: { name, from, to }, would }: { effect: BankEffect; would: boolean }) {
  const t = useTranslations("webhooks.effect");
  const change = from === to ? "same" : from ? "changed" : "added";
  return (
    <p>
      {t.rich(`${would ? "would" : "was"}.${change}`, {
        name,
        before: from ? describeRegistration(from).label : "",
        now: describeRegistration(to).label,
        bank: (chunks) => <strong className="font-medium">{chunks}</strong>,
        muted: (chunks) => <span className="text-muted">{chunks}</span>,
        arrow: (chunks) => <span aria-hidden="true">{chunks}</span>,
        hidden: (chunks) => <span className="sr-only">{chunks}</span>,
      })}
    </p>
  );
}
