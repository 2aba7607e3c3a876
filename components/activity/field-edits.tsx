import { useTranslations } from "next-intl";
import type { FieldEdit } from "@/lib/activity/model";
import { fieldAt } from "@/lib/fields/model";

const LENGTH_MAX = 300;

/** What a change made of each field: before and after, or that this reader may not see it. */
export function FieldEdits({ edits }: { edits: FieldEdit[] }) {
  const t = useTranslations("activity.edits");
  return (
    <dl className="flex flex-col gap-1 border-l-2 pl-3 text-sm">
      {edits.map(({ step, path, before, after }) => (
        <div key={`${step} ${path}`}>
          <dt className="inline font-medium">{fieldAt(step, path)?.label ?? t("choice")}</dt>{" "}
          <dd className="inline whitespace-pre-line">
            {before === null || after === null ? (
              <span className="text-muted">{t("hidden")}</span>
            ) : (
              t.rich("change", {
                was: String(before),
                now: String(after),
                before: () => <Value value={before} of="before" />,
                after: () => <Value value={after} of="after" />,
              })
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, of }: { value: string | boolean; of: "before" | "after" }) {
  const t = useTranslations("activity.edits");
  if (value === "") return <span className="text-muted">{t("empty")}</span>;
  const text = typeof value === "boolean" ? t(value ? "yes" : "no") : value;
  const shown = text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text;
  return of === "before" ? <del className="text-muted">{shown}</del> : <ins>{shown}</ins>;
}
