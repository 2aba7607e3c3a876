import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { type HealthCard, type HealthFacts, judge, worst } from "@/lib/health/model";
import { factsOf } from "./facts";
import { cardTexts, stateTones } from "./texts";

const cards: readonly HealthCard[] = [
  "plaid",
  "webhooks",
  "queues",
  "workers",
  "mail",
  "database",
  "clock",
  "build",
];

/** How everything stands, worst first in words and in a fixed order on the page. */
export function Health({ facts }: { facts: HealthFacts }) {
  const t = useTranslations("health");
  const states = cards.map((card) => judge(card, facts[card]));
  const state = worst(states);
  const troubled = cards.filter((_, n) => states[n] === "watch" || states[n] === "broken");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
        <span>
          {troubled.length === 0
            ? t("allFine")
            : troubled.map((card) => t(`cards.${card}.title`)).join(", ")}
        </span>
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        {cards.map((card) => (
          <Card key={card} card={card} facts={facts} />
        ))}
      </div>
    </>
  );
}

function Card<Name extends HealthCard>({ card, facts }: { card: Name; facts: HealthFacts }) {
  const t = useTranslations("health");
  const state = judge(card, facts[card]);
  const { title, means, todo } = cardTexts(card, t);
  return (
    <section aria-label={title} className="card flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2>{title}</h2>
        <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
      </div>
      <dl className="flex flex-col gap-2 text-sm">
        {factsOf[card](facts[card], t).map(({ term, value }) => (
          <div
            key={term}
            className="grid min-w-0 gap-x-4 wrap-anywhere sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <dt className="text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {todo && (state === "watch" || state === "broken") && (
        <div className="text-sm">
          <h3>{t("card.todo")}</h3>
          <p className="max-w-reading wrap-anywhere">{todo}</p>
        </div>
      )}
      <div className="mt-auto text-sm">
        <Disclosure summary={t("card.means")}>
          <p className="max-w-reading wrap-anywhere">{means}</p>
          {todo && state !== "watch" && state !== "broken" && (
            <p className="mt-2 max-w-reading wrap-anywhere">
              {t.rich("card.todoOnceNotFine", {
                todo,
                strong: (chunks) => <span className="font-medium">{chunks}</span>,
              })}
            </p>
          )}
        </Disclosure>
      </div>
    </section>
  );
}
