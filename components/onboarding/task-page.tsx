import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TurnBanner } from "@/components/invitations/turn-banner";
import { ActionLink } from "@/components/requirements/action-link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/fields/model";
import type { Translate } from "@/lib/languages/model";
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
  const t = useTranslations("wizard.title");
  const ours = isOurs(status);
  return (
    <div className="flex w-full max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{companyName || t("unnamed")}</h1>
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
  const t = useTranslations("wizard.tasks");
  return (
    <>
      <p className="text-muted">{t("about")}</p>
      {view.problem ? <Refused view={view} /> : <p>{whereOf(view, t)}</p>}
      <div className="flex flex-wrap gap-3">
        {!view.problem && <Resume view={view} />}
        <Invite id={view.id} />
      </div>
    </>
  );
}

function whereOf({ started, resume }: OnboardingView, t: Translate<"wizard.tasks">): string {
  if (!started) return t("notStarted");
  return resume === "check" ? t("complete") : t("stopped", { section: stepTitles[resume] });
}

function CheckAndSubmit({ view: { id, resume } }: { view: OnboardingView }) {
  const t = useTranslations("wizard.tasks");
  return (
    <ButtonLink
      href={`/onboardings/${id}/check` as Route}
      variant={resume === "check" ? "primary" : "secondary"}
    >
      {t("check")}
    </ButtonLink>
  );
}

function Invite({ id }: { id: string }) {
  const t = useTranslations("wizard.tasks");
  return (
    <form action={`/onboardings/${id}/invite`}>
      <Button variant="secondary">{t("invite")}</Button>
    </form>
  );
}

function Resume({ view: { id, started, resume } }: { view: OnboardingView }) {
  const t = useTranslations("wizard.tasks");
  if (started && resume === "check") return null;
  return (
    <ButtonLink href={`/onboardings/${id}/${resume}` as Route}>
      {t(started ? "continue" : "start")}
    </ButtonLink>
  );
}

/** The engine lists a refusal first. */
function Refused({ view: { problem, requirements } }: { view: OnboardingView }) {
  const t = useTranslations("wizard.tasks");
  const [first] = requirements;
  const refused = problem?.problem.kind === "rejected";
  return (
    <Banner tone="blocked" title={t(refused ? "refused" : "notSent")}>
      {first && (
        <>
          <p>{first.reason}</p>
          {first.action && <ActionLink {...first.action} tone="inherit" />}
        </>
      )}
    </Banner>
  );
}
