import { useTranslations } from "next-intl";
import { ErrorNote, WarningNote } from "@/components/ui/field-parts";
import type { Line } from "./answer-lines";
import type { AnswerRow } from "./answer-rows";

/** One answer as Plaid will get it, with what is to be said about it. */
export function AnswerValues({ row: { lines, fallback, advice } }: { row: AnswerRow }) {
  return (
    <>
      {lines.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {lines.map((line) => (
            <li key={line.id}>
              <Value {...line} />
            </li>
          ))}
        </ul>
      ) : (
        <span className="text-muted">{fallback}</span>
      )}
      {advice && <p className="text-muted text-sm">{advice}</p>}
    </>
  );
}

function Value({ shown, typed, error, warning }: Line) {
  const t = useTranslations("steps.answers");
  return (
    <>
      {shown && <span>{shown}</span>}
      {typed && <p className="text-muted text-sm">{t("typed", { typed })}</p>}
      {error && <ErrorNote>{error}</ErrorNote>}
      {warning && <WarningNote>{warning}</WarningNote>}
    </>
  );
}
