import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerSections } from "@/components/onboarding/check-answers";
import { StepFrame } from "@/components/onboarding/step-frame";
import { PageLink } from "@/components/ui/text-link";
import type { ApplicationView } from "@/lib/applicants/model";
import type { AnswerStep, Step } from "@/lib/onboarding/model";
import { StepRequests } from "./requests";
import { rowsView } from "./rows-view";

/** A step of the wizard as its invited person meets it: to fill in, or only to read. */
export function StepShell({
  step,
  view,
  at,
  back,
  storedAt,
  open,
  children,
}: {
  step: AnswerStep;
  view: ApplicationView;
  /** Address of the link. */
  at: string;
  back: Route;
  storedAt: string;
  /** Something in it may be changed. */
  open: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("apply.step");
  const among: Step[] = view.forwarded ? view.steps : [...view.steps, "check"];
  const requests = view.requests.filter((request) => request.step === step);
  return (
    <StepFrame step={step} among={among} companyName={view.companyName} back={back} guest>
      {open ? (
        <>
          <StepRequests partner={view.partner} requests={requests} />
          {children}
        </>
      ) : (
        <div className="flex max-w-form flex-col gap-6">
          <p className="text-muted">{t(view.phase === "changes" ? "untouched" : "submitted")}</p>
          <AnswerSections steps={[step]} view={rowsView(view)} storedAt={storedAt} />
          <p>
            <PageLink href={at}>{t("back")}</PageLink>
          </p>
        </div>
      )}
    </StepFrame>
  );
}
