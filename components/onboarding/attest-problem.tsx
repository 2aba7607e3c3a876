import type { AttestError } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/fields/model";
import { describeStatus } from "@/lib/statuses/model";

/** Why nothing was confirmed. Unticked boxes are told at the boxes. */
export function AttestProblem({
  problem,
}: {
  problem: Exclude<AttestError, { code: "not_ticked" }>;
}) {
  switch (problem.code) {
    case "not_found":
      return <p>This end customer no longer exists, so nothing was confirmed.</p>;
    case "already_sent":
      return <p>This end customer was already sent to Plaid, so nothing was confirmed.</p>;
    case "not_ours":
      return (
        <p>
          Nothing was confirmed: it stands at “{describeStatus(problem.status).label}”. Confirm when
          that is finished.
        </p>
      );
    case "incomplete":
      return (
        <p>
          Nothing was confirmed: {problem.steps.map((step) => stepTitles[step]).join(", ")} must be
          completed first.
        </p>
      );
    case "stale":
      return (
        <p>
          An answer or the wording changed after you opened this page. Nothing was confirmed: read
          and confirm again.
        </p>
      );
  }
}
