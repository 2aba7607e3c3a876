import type { Route } from "next";
import type { ReactNode } from "react";
import { TurnBanner } from "@/components/invitations/turn-banner";
import { ActionLink } from "@/components/requirements/action-link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/fields/model";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { TaskList } from "./task-list";

/** Home of the wizard, on every device: where one stopped, and everything there is to do. */
export function TaskPage({
  view,
  duplicate,
  invitations,
}: {
  view: OnboardingView;
  duplicate: ReactNode;
  invitations: ReactNode;
}) {
  const { id, companyName, sections, status } = view;
  const ours = isOurs(status);
  return (
    <div className="flex w-full max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{companyName || "New end customer"}</h1>
        {ours ? <Ours view={view} /> : <TurnBanner view={view} />}
      </div>
      {invitations}
      {isWithCustomer(status) && <Invite id={id} />}
      <TaskList id={id} sections={sections} />
      <div className="flex flex-wrap items-center gap-3">
        {ours && <CheckAndSubmit view={view} />}
        {duplicate}
      </div>
    </div>
  );
}

function Ours({ view }: { view: OnboardingView }) {
  return (
    <>
      <p className="text-muted">
        About 8 minutes. Have ready: logo, support e-mail, redirect URIs. Answers are saved as you
        type; come back whenever you like, on any device.
      </p>
      {view.problem ? <Refused view={view} /> : <p>{whereOf(view)}</p>}
      <div className="flex flex-wrap gap-3">
        {!view.problem && <Resume view={view} />}
        <Invite id={view.id} />
      </div>
    </>
  );
}

function whereOf({ started, resume }: OnboardingView): string {
  if (!started) return "Fill it in yourself, or ask the customer to fill in its part.";
  return resume === "check"
    ? "Everything is answered and confirmed. Check it once more, then send it to Plaid."
    : `Welcome back. You stopped at ${stepTitles[resume]}.`;
}

function CheckAndSubmit({ view: { id, resume } }: { view: OnboardingView }) {
  return (
    <ButtonLink
      href={`/onboardings/${id}/check` as Route}
      variant={resume === "check" ? "primary" : "secondary"}
    >
      Check and submit
    </ButtonLink>
  );
}

function Invite({ id }: { id: string }) {
  return (
    <form action={`/onboardings/${id}/invite`}>
      <Button variant="secondary">Invite customer</Button>
    </form>
  );
}

function Resume({ view: { id, started, resume } }: { view: OnboardingView }) {
  if (started && resume === "check") return null;
  return (
    <ButtonLink href={`/onboardings/${id}/${resume}` as Route}>
      {started ? "Continue" : "Start"}
    </ButtonLink>
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
