import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/text-link";
import type { Change } from "@/lib/drafts/model";
import { useChangeWords } from "./describe-change";

/** Two people changed one answer. Nothing was overwritten: whoever reads this chooses. */
export function Conflicts({
  conflicts,
  settle,
}: {
  conflicts: Change[];
  settle: (path: string, whose: "yours" | "theirs") => void;
}) {
  const t = useTranslations("steps.changes");
  const { answerOf, said } = useChangeWords();
  return (
    <Banner tone="you" title={t("title")} role="alert">
      {conflicts.map((change) => {
        const words = {
          answer: answerOf(change),
          hidden: (text: ReactNode) => <span className="sr-only">{text}</span>,
        };
        return (
          <div key={change.path} className="flex flex-col gap-2">
            <p suppressHydrationWarning>{said(change)}</p>
            <div className="flex flex-wrap gap-3 noscript:hidden">
              <Button
                type="button"
                variant="secondary"
                onClick={() => settle(change.path, "yours")}
              >
                {t.rich("keep", words)}
              </Button>
              <Button
                type="button"
                variant="secondary"
                onClick={() => settle(change.path, "theirs")}
              >
                {t.rich("take", words)}
              </Button>
            </div>
          </div>
        );
      })}
      <noscript>
        <p>
          {t.rich("withoutScript", {
            link: (text) => (
              <PageLink href="?" tone="inherit">
                {text}
              </PageLink>
            ),
          })}
        </p>
      </noscript>
    </Banner>
  );
}
