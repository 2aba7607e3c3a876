import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { CustomerView } from "@/lib/customers/model";
import { canEnable, isDraft, isWithCustomer } from "@/lib/statuses/model";
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
  const { home, status } = customer;
  if (isDraft(status)) {
    if (!mayEdit) return <Note>{whoMay("onboarding.edit", "continue this draft")}</Note>;
    return (
      <div>
        <ButtonLink href={home as Route}>{draftAction(status)}</ButtonLink>
      </div>
    );
  }
  if (mayEnable) return enable;
  if (canEnable(status)) {
    return <Note>{whoMay("customer.enable", "enable it in Production")}</Note>;
  }
  return null;
}

function draftAction(status: string): string {
  if (status === "IN_REVIEW") return "Review the answers";
  return isWithCustomer(status) ? "Open the task list" : "Continue";
}

function Note({ children }: { children: string }) {
  return <p>{children}</p>;
}
