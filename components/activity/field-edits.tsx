import { useTranslations } from "next-intl";
import type { FieldEdit } from "@/lib/activity/model";
import { fieldAt } from "@/lib/fields/model";

const LENGTH_MAX = 300;

type Choice = "isDepository" | "technicalContact" | "billingContact" | "products";

/** What people choose that Plaid has no field for, by step and path. */
const choices: Record<string, Record<string, Choice>> = {
  company: { isDepository: "isDepository" },
  contacts: { "technical.use": "technicalContact", "billing.use": "billingContact" },
  products: { use: "products" },
};

/** What is kept of a choice among several. */
const chosen = ["ours", "theirs", "chosen"] as const;

/** What a change made of each field: before and after, or that this reader may not see it. */
export function FieldEdits({ edits }: { edits: FieldEdit[] }) {
  const t = useTranslations("activity.edits");
  return (
    <dl className="flex flex-col gap-1 border-l-2 pl-3 text-sm">
      {edits.map(({ step, path, before, after }) => (
        <div key={`${step} ${path}`}>
          <dt className="inline font-medium">
            {fieldAt(step, path)?.label ?? t(choiceAt(step, path))}
          </dt>{" "}
          <dd className="inline whitespace-pre-line">
            {before === null || after === null ? (
              <span className="text-muted">{t("hidden")}</span>
            ) : (
              t.rich("change", {
                was: String(before),
                now: String(after),
                before: () => <Value {...{ path, value: before }} of="before" />,
                after: () => <Value {...{ path, value: after }} of="after" />,
              })
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function choiceAt(step: string, path: string) {
  const choice = choices[step]?.[path];
  return choice ? (`choices.${choice}` as const) : "choice";
}

type ValueProps = { path: string; value: string | boolean; of: "before" | "after" };

function Value({ path, value, of }: ValueProps) {
  const t = useTranslations("activity.edits");
  if (value === "") return <span className="text-muted">{t("empty")}</span>;
  const code = /\buse$/.test(path) && chosen.find((one) => one === value);
  const typed = typeof value === "boolean" ? t(value ? "yes" : "no") : value;
  const text = code ? t(`chosen.${code}`) : typed;
  const shown = text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text;
  return of === "before" ? <del className="text-muted">{shown}</del> : <ins>{shown}</ins>;
}
