import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/text-link";
import type { Change } from "@/lib/drafts/model";
import { describeChange } from "./describe-change";

/** Two people changed one answer. Nothing was overwritten: whoever reads this chooses. */
export function Conflicts({
  conflicts,
  settle,
}: {
  conflicts: Change[];
  settle: (path: string, whose: "yours" | "theirs") => void;
}) {
  return (
    <Banner tone="you" title="Somebody changed the same answer" role="alert">
      {conflicts.map((change) => (
        <div key={change.path} className="flex flex-col gap-2">
          <p suppressHydrationWarning>{describeChange(change)}</p>
          <div className="flex flex-wrap gap-3 noscript:hidden">
            <Button type="button" variant="secondary" onClick={() => settle(change.path, "yours")}>
              Keep yours<span className="sr-only"> for {change.label}</span>
            </Button>
            <Button type="button" variant="secondary" onClick={() => settle(change.path, "theirs")}>
              Use theirs<span className="sr-only"> for {change.label}</span>
            </Button>
          </div>
        </div>
      ))}
      <noscript>
        <p>
          Choose Continue to keep yours, or{" "}
          <PageLink href="?" tone="inherit">
            show theirs
          </PageLink>
          .
        </p>
      </noscript>
    </Banner>
  );
}
