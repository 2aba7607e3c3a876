import type { StepState } from "@/lib/drafts/model";

/** Why nothing was saved, and what to do about it. What was typed is still in the form. */
export function SaveProblem({ problem }: { problem: NonNullable<StepState<unknown>["problem"]> }) {
  switch (problem.code) {
    case "not_found":
      return <p>This end customer no longer exists, so nothing was saved.</p>;
    case "already_sent":
      return (
        <p>
          These answers were sent to Plaid meanwhile, so they can no longer be changed here. What
          you typed was not saved.
        </p>
      );
    case "signed_out":
      return <SignedOut />;
    case "changed_meanwhile":
      return <ChangedMeanwhile by={problem.by} />;
  }
}

function SignedOut() {
  return (
    <p>
      You were signed out, so nothing was saved yet. What you typed is still below:{" "}
      <a
        href="/sign-in"
        target="_blank"
        rel="noopener"
        className="text-primary underline underline-offset-4"
      >
        sign in in a new tab
      </a>
      , then choose Continue here.
    </p>
  );
}

function ChangedMeanwhile({ by }: { by: string }) {
  return (
    <>
      <p>
        {by} saved this section after you opened it. Nothing was overwritten, and what you typed is
        still below.
      </p>
      <p>
        Choose Continue to save your answers over theirs, or{" "}
        <a href="?" className="text-primary underline underline-offset-4">
          show the newer answers
        </a>
        .
      </p>
    </>
  );
}
