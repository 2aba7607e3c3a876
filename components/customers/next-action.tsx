import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { CustomerView } from "@/lib/customers/model";
import { canEnable, isDraft } from "@/lib/statuses/model";
import { whoMay } from "./who-may";

/** The one thing to do now, or in words why there is nothing to press. */
export function NextAction({
  customer,
  mayEdit,
  mayEnable,
  enable,
}: {
  customer: CustomerView;
  mayEdit: boolean;
  mayEnable: boolean;
  enable: ReactNode;
}) {
  const { id, status } = customer;
  if (isDraft(status)) {
    if (!mayEdit) return <Note>{whoMay("onboarding.edit", "continue this draft")}</Note>;
    return (
      <div>
        <ButtonLink href={`/onboardings/${id}`}>Continue</ButtonLink>
      </div>
    );
  }
  if (mayEnable) {
    return (
      <>
        {enable}
        <Waiting status={status} />
      </>
    );
  }
  if (canEnable(status)) {
    return <Note>{whoMay("customer.enable", "enable it in Production")}</Note>;
  }
  return <Waiting status={status} />;
}

function Waiting({ status }: { status: string }) {
  const reason = reasons.get(status);
  return reason ? <Note>{reason}</Note> : null;
}

function Note({ children }: { children: string }) {
  return <p>{children}</p>;
}

/** Why the customer cannot be enabled yet, or not any more. */
const reasons = new Map(
  Object.entries({
    SUBMITTING: "It is on its way to Plaid. This page changes by itself when Plaid has answered.",
    UNDER_REVIEW:
      "Plaid is still reviewing this customer. It can be enabled once Plaid approves it.",
    MORE_INFORMATION_NEEDED:
      "Plaid needs more information. It can be enabled once Plaid has it and approves the customer.",
    ENABLING: "Plaid is being asked to enable it. This page changes by itself.",
    ENABLE_UNKNOWN:
      "We did not get Plaid's answer. The customer may already be live. Check now before you try again.",
    DENIED: "Plaid denied this customer, so it cannot be enabled. Talk to your account manager.",
    REMOVED: "It was removed and cannot be enabled.",
  }),
);
