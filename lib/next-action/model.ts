import type { Action } from "@/lib/auth/model";
import texts from "@/lib/languages/messages/en/staff/nextAction.json";
import { blocking, type Requirement } from "@/lib/requirements/model";
import type { CustomerStatus, Turn } from "@/lib/statuses/model";

/** The one thing to do for a customer now. `deed` says it of somebody else: "can continue this draft". */
export type NextAction = { label: string; href: string; needs: Action; deed: string };

type Known = Pick<NextAction, "label" | "needs" | "deed"> & { at: (id: string) => string };

/** Where the status alone tells what to do. */
const byStatus: Partial<Record<CustomerStatus, Known>> = {
  DRAFT: {
    ...texts.DRAFT,
    at: (id) => `/onboardings/${id}`,
    needs: "onboarding.edit",
  },
  IN_REVIEW: {
    ...texts.IN_REVIEW,
    at: (id) => `/review/${id}`,
    needs: "onboarding.review",
  },
  READY: {
    ...texts.READY,
    at: (id) => `/onboardings/${id}/check`,
    needs: "onboarding.submit",
  },
  PENDING_ENABLEMENT: {
    ...texts.PENDING_ENABLEMENT,
    at: (id) => `/customers/${id}/enable`,
    needs: "customer.enable",
  },
};

/** What the first thing that blocks needs, where it is not an answer of the draft. */
const byRequirement: Record<string, Pick<NextAction, "needs" | "deed">> = {
  create_outcome: { needs: "customer.reconcile", deed: texts.settle },
};

type Facts = { id: string; status: string; missingAtPlaid: boolean; requirements: Requirement[] };

/** Null where it is not the partner's turn. */
export function nextAction({ id, status, missingAtPlaid, requirements }: Facts): NextAction | null {
  const known = Object.hasOwn(byStatus, status) ? byStatus[status as CustomerStatus] : undefined;
  if (known && !missingAtPlaid) {
    const { at, ...rest } = known;
    return { ...rest, href: at(id) };
  }
  const first = blocking(requirements).find(({ owner }) => owner === "you");
  if (!first?.action) return null;
  const usual = { needs: "onboarding.edit", deed: texts.other } as const;
  return { ...first.action, ...usual, ...byRequirement[first.code] };
}

/** Said where there is nothing to do: who is at work instead. */
export function calmSentence(turn: Turn): string {
  switch (turn) {
    case "customer":
      return texts.calm.customer;
    case "plaid":
      return texts.calm.plaid;
    default:
      return texts.calm.nobody;
  }
}
