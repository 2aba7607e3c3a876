import type { Route } from "next";
import type { ReactNode } from "react";
import { ActionLink } from "@/components/requirements/action-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/onboarding/model";
import { TaskList } from "./task-list";

/** Home of the wizard, on every device: where one stopped, and everything there is to do. */
export function TaskPage({ view, duplicate }: { view: OnboardingView; duplicate: ReactNode }) {
  const { id, companyName, sections, resume } = view;
  return (
    <div className="flex w-full max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{companyName || "New end customer"}</h1>
        <p className="text-muted">
          About 8 minutes. Have ready: logo, support email address, redirect URIs. Answers are saved
          as you type; come back whenever you like, on any device.
        </p>
        {view.problem ? <Refused view={view} /> : <Resume view={view} />}
      </div>
      <TaskList id={id} sections={sections} />
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink
          href={`/onboardings/${id}/check` as Route}
          variant={resume === "check" ? "primary" : "secondary"}
        >
          Check and submit
        </ButtonLink>
        {duplicate}
      </div>
    </div>
  );
}

function Resume({ view: { id, started, resume } }: { view: OnboardingView }) {
  const href = `/onboardings/${id}/${resume}` as Route;
  if (!started) {
    return (
      <ButtonLink href={href} className="self-start">
        Start
      </ButtonLink>
    );
  }
  if (resume === "check") {
    return <p>Everything is answered and confirmed. Check it once more, then send it to Plaid.</p>;
  }
  return (
    <>
      <p>Welcome back. You stopped at {stepTitles[resume]}.</p>
      <ButtonLink href={href} className="self-start">
        Continue
      </ButtonLink>
    </>
  );
}

/** The engine lists a refusal first. */
function Refused({ view: { problem, requirements } }: { view: OnboardingView }) {
  const [first] = requirements;
  const refused = problem?.problem.kind === "rejected";
  return (
    <Banner
      tone="blocked"
      title={refused ? "Plaid refused the submission" : "Nothing was sent to Plaid"}
    >
      {first && (
        <>
          <p>{first.reason}</p>
          {first.action && <ActionLink {...first.action} tone="inherit" />}
        </>
      )}
    </Banner>
  );
}
