import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { type ImportRowView, importField, TWIN, type Verdict } from "@/lib/imports/model";
import type { Tone } from "@/lib/statuses/model";

const tones: Record<Verdict, Tone> = { good: "done", incomplete: "neutral", problem: "blocked" };

type Fix = (form: FormData) => Promise<void>;

/** Each row with its verdict; what is wrong can be put right where it stands. */
export function Verdicts({ rows, fix }: { rows: ImportRowView[]; fix: Fix | null }) {
  const t = useTranslations("imports.row");
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.position} id={`row-${row.position}`} className="card flex flex-col gap-4">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <h2 className="min-w-0 text-lg">
              {t.rich("title", {
                row: row.position,
                name: nameOf(row),
                position: (words) => <span className="text-muted tabular-nums">{words}</span>,
              })}
            </h2>
            <Badge tone={tones[row.verdict]}>{t(row.verdict)}</Badge>
          </div>
          {row.missing > 0 && <p className="text-muted">{t("missing", { count: row.missing })}</p>}
          {row.verdict === "problem" && <Problems row={row} fix={fix} />}
        </li>
      ))}
    </ul>
  );
}

function Problems({ row, fix }: { row: ImportRowView; fix: Fix | null }) {
  const t = useTranslations("imports.row");
  const { position, problems, values, notTwin } = row;
  const { [TWIN]: twin, ...wrong } = problems;
  if (!fix) return <p>{Object.values(problems).join(". ")}</p>;
  return (
    <form
      // What was put right is shown as it is kept.
      key={JSON.stringify(row)}
      action={fix}
      className="flex max-w-reading flex-col items-start gap-4"
    >
      <input type="hidden" name="position" value={position} />
      {Object.entries(wrong).map(([key, error]) => (
        <div key={key} className="w-full">
          <Field
            id={`row-${position}.${key}`}
            label={importField(key)?.label ?? key}
            name={`value.${key}`}
            defaultValue={values[key]}
            error={error}
            autoComplete="off"
          />
        </div>
      ))}
      {twin && (
        <CheckboxField
          id={`row-${position}.twin`}
          label={t("notTwin")}
          name="notTwin"
          error={twin}
        />
      )}
      {notTwin && <input type="hidden" name="notTwin" value="on" />}
      <Button variant="secondary" aria-label={t("saveThis", { row: position })}>
        {t("save")}
      </Button>
    </form>
  );
}
