import type { RowsView } from "@/components/onboarding/answer-rows";
import type { ApplicationView } from "@/lib/applicants/model";

/** What the rows of the answers are made from, where an invited person reads them. */
export function rowsView(view: ApplicationView): RowsView & Pick<ApplicationView, "logo"> {
  const { answers, checks, partner, amountRequired, supportMandatory, logo } = view;
  return {
    answers,
    checks,
    logo,
    requirements: [],
    guest: { partner },
    partner: {
      partnerName: partner,
      technicalContact: null,
      billingContact: null,
      hasMonthlyCommitment: amountRequired,
      products: [],
      supportMandatory,
      supportEmail: null,
    },
  };
}
