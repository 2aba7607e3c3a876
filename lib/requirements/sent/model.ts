import { classicDisablement } from "@/lib/classic-disablement/model";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { type CustomerStatus, describeStatus } from "@/lib/statuses/model";

/** From its submission on. */
export function ofSent(facts: Facts): Requirement[] {
  const { status, missingAtPlaid } = facts;
  if (status === "REMOVED" || status === "REJECTED") return [];
  return [
    ...(missingAtPlaid ? [notFound] : []),
    ...waitingFor(facts),
    ...attention(facts),
    ...agreements(facts),
    ...unregistered(facts),
    ...classicEnding(facts),
  ];
}

const dashboard = { label: "Open the Plaid Dashboard", href: PARTNER_SUMMARY_URL };

const notFound: Requirement = {
  code: "customer_not_found",
  section: null,
  owner: "you",
  severity: "blocks_enable",
  since: null,
  reason:
    "Plaid does not know this customer. It may have been removed in the Plaid Dashboard, or it belongs to another environment",
  action: dashboard,
};

type Waiting = Pick<Requirement, "code" | "owner" | "severity"> & {
  action?: (id: string) => NonNullable<Requirement["action"]>;
};

/** What a status waits for. Statuses that wait for nobody are not here. */
const waiting: Partial<Record<CustomerStatus, Waiting>> = {
  SUBMIT_UNKNOWN: {
    code: "create_outcome",
    owner: "you",
    severity: "blocks_submit",
    action: (id) => ({ label: "Find out what happened", href: `/customers/${id}#reconcile` }),
  },
  MORE_INFORMATION_NEEDED: {
    code: "more_information",
    owner: "you",
    severity: "blocks_enable",
    action: () => dashboard,
  },
  PENDING_ENABLEMENT: {
    code: "enable",
    owner: "you",
    severity: "blocks_enable",
    action: (id) => ({ label: "Enable in Production", href: `/customers/${id}/enable` }),
  },
  ENABLE_UNKNOWN: {
    code: "enable_outcome",
    owner: "you",
    severity: "blocks_enable",
    action: (id) => ({ label: "Check the status", href: `/customers/${id}#check-now` }),
  },
  DENIED: {
    code: "denied",
    owner: "you",
    severity: "blocks_enable",
    action: () => dashboard,
  },
};

function waitingFor({ id, status, statusSince }: Facts): Requirement[] {
  const known = Object.hasOwn(waiting, status) ? waiting[status as CustomerStatus] : undefined;
  if (!known) return [];
  const { action, ...rest } = known;
  const reason = describeStatus(status).line;
  return [{ ...rest, reason, section: null, since: statusSince, action: action?.(id) ?? null }];
}

const ofBanks = { section: null, severity: "blocks_banks", since: null } as const;

function attention({ id, status, banksAttention: count }: Facts): Requirement[] {
  if (status !== "ACTIVE" || count === 0) return [];
  const reason = `${count} ${count === 1 ? "bank needs" : "banks need"} attention`;
  const action = { label: "See what the banks need", href: `/customers/${id}/banks` };
  return [{ code: "institutions.errors", owner: "you", reason, action, ...ofBanks }];
}

/** People connected without OAuth have to connect anew by then. */
function classicEnding({ id, status, classicEnds }: Facts): Requirement[] {
  if (status !== "ACTIVE" || !classicEnds) return [];
  const { text } = classicDisablement(classicEnds.day);
  const reason = `${classicEnds.bank}: ${text}`;
  const action = { label: "See the bank", href: `/customers/${id}/banks` };
  return [{ code: "classic_disablement_date", owner: "you", reason, action, ...ofBanks }];
}

/** Papers banks wait for: once all of them are enabled, nobody does. */
function agreements(facts: Facts): Requirement[] {
  const { status, flowdownStatus, questionnaireStatus, banksTotal, banksEnabled } = facts;
  if (status === "DENIED" || (banksTotal > 0 && banksEnabled >= banksTotal)) return [];
  const found: Requirement[] = [];
  if (isOpen(flowdownStatus)) {
    const code = "flowdown_status";
    const reason = "The addendum (flowdown) is not complete. Banks stay closed until it is";
    found.push(
      flowdownStatus === "NOT_STARTED" || flowdownStatus === "NEGOTIATION"
        ? { code, owner: "you", reason, action: dashboard, ...ofBanks }
        : { code, owner: "plaid", reason, action: null, ...ofBanks },
    );
  }
  if (isOpen(questionnaireStatus)) {
    const code = "questionnaire_status";
    const owner = questionnaireStatus === "NOT_STARTED" ? "customer" : "plaid";
    const reason =
      "The security questionnaire is not complete. Chase and PNC stay closed until it is";
    found.push({ code, owner, reason, action: null, ...ofBanks });
  }
  return found;
}

function isOpen(agreement: string | null): boolean {
  return agreement !== null && agreement !== "COMPLETE";
}

function unregistered({ status, banksTotal, banksEnabled, banksAttention }: Facts): Requirement[] {
  const open = banksTotal - banksEnabled - banksAttention;
  if (status !== "ACTIVE" || open <= 0) return [];
  const who = open === 1 ? "1 bank has" : `${open} banks have`;
  const reason = `${who} not registered the app yet. Most answer within 24 hours, some take weeks`;
  return [{ code: "institutions", owner: "bank", reason, action: null, ...ofBanks }];
}
