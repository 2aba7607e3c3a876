import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { Translate } from "@/lib/languages/model";
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
  const t = useTranslations("review.changes");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) place.current?.focus();
  }, [refused]);
  return (
    <div ref={place} id={CHANGES_ID} tabIndex={-1} className="scroll-mt-4">
      <Banner tone="you" title={t("title")} role="alert">
        {refused && <p>{t("refused")}</p>}
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {changes.map((change) => (
            <li key={`${change.step}.${change.path}`}>
              <Change change={change} />
            </li>
          ))}
        </ul>
        {changes.length === 0 && <p>{t("submittedAgain")}</p>}
        <p>
          {t.rich("reload", {
            link: (chunks) => (
              <PageLink href={reload} tone="inherit">
                {chunks}
              </PageLink>
            ),
          })}
        </p>
      </Banner>
    </div>
  );
}

function Change({ change: { label, from, to, by, at } }: { change: FieldChange }) {
  const t = useTranslations("review.changes");
  const values = useTranslations("review.values");
  const words = {
    name: by ?? t("somebody"),
    field: label,
    before: quoted(from, values),
    after: quoted(to, values),
    strong: (chunks: ReactNode) => <strong className="font-medium">{chunks}</strong>,
  };
  if (!at) return t.rich("changed", words);
  return t.rich("changedAt", { ...words, at, time: () => <Time at={at} /> });
}

function quoted(value: FieldChange["from"], t: Translate<"review.values">): string {
  const text = valueText(value, t);
  return text === t("nothing") || typeof value === "boolean" ? text : t("quoted", { value: text });
}
