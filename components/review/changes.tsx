import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { FieldChange } from "@/lib/reviews/model";
import { valueText } from "./texts";

export const CHANGES_ID = "changes";

/** What became of the answers since this page was opened. No decision is made about what was not seen. */
export function Changes({
  changes,
  reload,
  refused,
}: {
  changes: FieldChange[];
  reload: string;
  /** A decision was just refused for it, so it takes the focus of the button that is gone. */
  refused: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) place.current?.focus();
  }, [refused]);
  return (
    <div ref={place} id={CHANGES_ID} tabIndex={-1} className="scroll-mt-4">
      <Banner tone="you" title="Answers changed after you opened this page" role="alert">
        {refused && <p>Nothing was decided.</p>}
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {changes.map(({ step, path, label, from, to, by, at }) => (
            <li key={`${step}.${path}`}>
              {by ?? "Somebody"} changed <strong className="font-medium">{label}</strong>
              {at && (
                <>
                  {" "}
                  (<Time at={at} />)
                </>
              )}{" "}
              from {quoted(from)} to {quoted(to)}
            </li>
          ))}
        </ul>
        {changes.length === 0 && <p>They were submitted again.</p>}
        <p>
          <PageLink href={reload} tone="inherit">
            Reload and go on with the new answers
          </PageLink>
          . Comments that were added are kept.
        </p>
      </Banner>
    </div>
  );
}

function quoted(value: FieldChange["from"]): string {
  const text = valueText(value);
  return text === "nothing" || typeof value === "boolean" ? text : `“${text}”`;
}
