import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { CustomerView } from "@/lib/customers/model";
import { canEnable, isDraft } from "@/lib/statuses/model";
import { whoMay } from "./who-may";

/** The one thing to do now, or who may do it. */
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
  if (mayEnable) return enable;
  if (canEnable(status)) {
    return <Note>{whoMay("customer.enable", "enable it in Production")}</Note>;
  }
  return null;
}

function Note({ children }: { children: string }) {
  return <p>{children}</p>;
}
