import { useTranslations } from "next-intl";
import { useFormats } from "@/components/languages/formats";
import { Check, Dot, X } from "@/components/ui/icons";
import {
  type RedirectUriRule,
  type RedirectUriVerdict,
  redirectUriRules,
} from "@/lib/redirect-uris/model";

/** What Plaid asks, ticked in words as the lines below meet it. */
export function RedirectUriRules({ verdicts }: { verdicts: RedirectUriVerdict[] }) {
  const t = useTranslations("redirectUris.rules");
  const typed = verdicts.some(({ value }) => value !== "");
  return (
    <section aria-labelledby="redirect-uri-rules" className="rounded-card border p-4">
      <h2 id="redirect-uri-rules" className="mb-2 font-semibold text-base">
        {t("title")}
      </h2>
      <ul className="flex flex-col gap-1 text-sm">
        {redirectUriRules.map((rule) => (
          <Rule
            key={rule}
            words={t(rule)}
            rows={typed ? rowsThatBreak(rule, verdicts) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

function rowsThatBreak(rule: RedirectUriRule, verdicts: RedirectUriVerdict[]): number[] {
  return verdicts.flatMap(({ broken }, row) => (broken.includes(rule) ? [row + 1] : []));
}

/** @param rows that break it, by the number in their label; undefined while nothing is typed. */
function Rule({ words, rows }: { words: string; rows: number[] | undefined }) {
  const Icon = !rows ? Dot : rows.length === 0 ? Check : X;
  return (
    <li className="flex gap-2">
      <Icon className="mt-0.5" />
      <span className="min-w-0">
        {words}
        {rows && <RuleState rows={rows} />}
      </span>
    </li>
  );
}

function RuleState({ rows }: { rows: number[] }) {
  const t = useTranslations("redirectUris.rules");
  const { list } = useFormats();
  return rows.length === 0 ? (
    <span className="text-muted"> {t("met")}</span>
  ) : (
    <span className="font-medium"> {t("see", { rows: list(rows.map(String)) })}</span>
  );
}
