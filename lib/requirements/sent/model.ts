import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { type CustomerStatus, describeStatus } from "@/lib/statuses/model";

/** From its submission, or from the customer's own hands, on. */
export function ofSent(facts: Facts): Requirement[] {
  const { status, missingAtPlaid } = facts;
  if (status === "REMOVED") return [];
  const own = Object.hasOwn(byStatus, status) ? byStatus[status as CustomerStatus]?.(facts) : null;
  return [
    ...(missingAtPlaid ? [notFound] : []),
    ...(own ? [own] : []),
    ...(status === "ACTIVE" ? banks(facts) : []),
    ...(status === "DENIED" ? [] : agreements(facts)),
  ];
}

const dashboard = { label: "Open the Plaid Dashboard", href: PARTNER_SUMMARY_URL };

const notFound = you(
  "customer_not_found",
  "Plaid does not know this customer. It may have been removed in the Plaid Dashboard, or it belongs to another environment",
  { severity: "blocks_enable", action: dashboard },
);

/** The one thing a status waits for. Statuses that wait for nobody are not here. */
const byStatus: Partial<Record<CustomerStatus, (facts: Facts) => Requirement>> = {
  INVITED: (facts) => customers("answers", facts),
  CUSTOMER_EDITING: (facts) => customers("answers", facts),
  CHANGES_REQUESTED: (facts) => customers("changes", facts),
  IN_REVIEW: ({ id, statusSince }) =>
    you("review", "The customer has submitted its answers. Review them", {
      since: statusSince,
      action: { label: "Read the answers", href: `/customers/${id}/details` },
    }),
  SUBMIT_UNKNOWN: ({ id, statusSince }) =>
    you(
      "create_outcome",
      "Plaid did not answer. The customer may exist: check before trying again",
      {
        since: statusSince,
        action: { label: "Find out what happened", href: `/customers/${id}#reconcile` },
      },
    ),
  MORE_INFORMATION_NEEDED: ({ statusSince }) =>
    you(
      "more_information",
      "Plaid needs more information. Ask your account manager what is missing",
      {
        severity: "blocks_enable",
        since: statusSince,
        action: dashboard,
      },
    ),
  PENDING_ENABLEMENT: ({ id, statusSince }) =>
    you("enable", "Approved by Plaid. Enable it when it goes live", {
      severity: "blocks_enable",
      since: statusSince,
      action: { label: "Read what enabling means", href: `/customers/${id}/enable` },
    }),
  ENABLE_UNKNOWN: ({ id, statusSince }) =>
    you(
      "enable_outcome",
      "Plaid did not answer. The customer may be live: check before trying again",
      {
        severity: "blocks_enable",
        since: statusSince,
        action: { label: "Check the status", href: `/customers/${id}` },
      },
    ),
  DENIED: ({ statusSince }) =>
    you(
      "denied",
      "Plaid denied this customer. Talk to your account manager. Sandbox keys still work",
      {
        severity: "blocks_enable",
        since: statusSince,
        action: dashboard,
      },
    ),
};

function customers(code: string, { status, statusSince }: Facts): Requirement {
  const { line } = describeStatus(status);
  const rest = { section: null, severity: "blocks_submit", since: statusSince } as const;
  return { code, owner: "customer", reason: line, action: null, ...rest };
}

function banks({ id, banksTotal, banksEnabled, banksAttention }: Facts): Requirement[] {
  const open = banksTotal - banksEnabled - banksAttention;
  const rest = { section: null, severity: "blocks_banks", since: null } as const;
  const found: Requirement[] = [];
  if (banksAttention > 0) {
    const reason = `${banksAttention} ${banksAttention === 1 ? "bank needs" : "banks need"} attention`;
    const action = { label: "See what they need", href: `/customers/${id}/banks` };
    found.push({ code: "institutions.errors", owner: "you", reason, action, ...rest });
  }
  if (open > 0) {
    const who = open === 1 ? "1 bank has" : `${open} banks have`;
    const reason = `${who} not registered the app yet. Most answer within 24 hours, some take weeks`;
    found.push({ code: "institutions", owner: "bank", reason, action: null, ...rest });
  }
  return found;
}

function agreements({ flowdownStatus, questionnaireStatus }: Facts): Requirement[] {
  const found: Requirement[] = [];
  const rest = { section: null, severity: "blocks_banks", since: null } as const;
  if (isOpen(flowdownStatus)) {
    const code = "flowdown_status";
    const reason = "The addendum (flowdown) is not complete. Banks stay closed until it is";
    found.push(
      flowdownStatus === "NOT_STARTED" || flowdownStatus === "NEGOTIATION"
        ? { code, owner: "you", reason, action: dashboard, ...rest }
        : { code, owner: "plaid", reason, action: null, ...rest },
    );
  }
  if (isOpen(questionnaireStatus)) {
    const owner = questionnaireStatus === "NOT_STARTED" ? "customer" : "plaid";
    const reason =
      "The security questionnaire is not complete. Chase and PNC stay closed until it is";
    found.push({ code: "questionnaire_status", owner, reason, action: null, ...rest });
  }
  return found;
}

function isOpen(agreement: string | null): boolean {
  return agreement !== null && agreement !== "COMPLETE";
}

type Rest = Partial<Pick<Requirement, "section" | "severity" | "since">> & {
  action: NonNullable<Requirement["action"]>;
};

function you(code: string, reason: string, rest: Rest): Requirement {
  const usual = { section: null, severity: "blocks_submit", since: null } as const;
  return { code, owner: "you", reason, ...usual, ...rest };
}
