import type { FieldEdit } from "@/lib/activity/model";
import { fieldAt } from "@/lib/fields/model";

const LENGTH_MAX = 300;

/** What a change made of each field: before and after, or that this reader may not see it. */
export function FieldEdits({ edits }: { edits: FieldEdit[] }) {
  return (
    <dl className="flex flex-col gap-1 border-l-2 pl-3 text-sm">
      {edits.map(({ step, path, before, after }) => (
        <div key={`${step} ${path}`}>
          <dt className="inline font-medium">{fieldAt(step, path)?.label ?? "Choice"}</dt>{" "}
          <dd className="inline whitespace-pre-line">
            {before === null || after === null ? (
              <span className="text-muted">changed, hidden from your role</span>
            ) : (
              <>
                was <Value text={before} of="before" />, now <Value text={after} of="after" />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ text, of }: { text: string; of: "before" | "after" }) {
  if (text === "") return <span className="text-muted">empty</span>;
  const shown = text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text;
  return of === "before" ? <del className="text-muted">{shown}</del> : <ins>{shown}</ins>;
}
