import { createTranslator } from "use-intl/core";
import { classicDisablement } from "@/lib/classic-disablement/model";
import english from "@/lib/languages/messages/en/staff/requirements.json";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { type CustomerStatus, describeStatus } from "@/lib/statuses/model";

const t = createTranslator({ locale: "en", messages: english.sent });

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

const dashboard = { label: t("dashboard"), href: PARTNER_SUMMARY_URL };

const notFound: Requirement = {
  code: "customer_not_found",
  section: null,
  owner: "you",
  severity: "blocks_enable",
  since: null,
  reason: t("notFound"),
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
    action: (id) => ({ label: t("reconcile"), href: `/customers/${id}#reconcile` }),
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
    action: (id) => ({ label: t("enable"), href: `/customers/${id}/enable` }),
  },
  ENABLE_UNKNOWN: {
    code: "enable_outcome",
    owner: "you",
    severity: "blocks_enable",
    action: (id) => ({ label: t("checkStatus"), href: `/customers/${id}#check-now` }),
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
  const reason = t("attention.reason", { count });
  const action = { label: t("attention.action"), href: `/customers/${id}/banks` };
  return [{ code: "institutions.errors", owner: "you", reason, action, ...ofBanks }];
}

/** People connected without OAuth have to connect anew by then. */
function classicEnding({ id, status, classicEnds }: Facts): Requirement[] {
  if (status !== "ACTIVE" || !classicEnds) return [];
  const { bank, day } = classicEnds;
  const reason = t("classic.reason", { bank, ending: classicDisablement(day).text });
  const action = { label: t("classic.action"), href: `/customers/${id}/banks` };
  return [{ code: "classic_disablement_date", owner: "you", reason, action, ...ofBanks }];
}

/** Papers banks wait for: once all of them are enabled, nobody does. */
function agreements(facts: Facts): Requirement[] {
  const { status, flowdownStatus, questionnaireStatus, banksTotal, banksEnabled } = facts;
  if (status === "DENIED" || (banksTotal > 0 && banksEnabled >= banksTotal)) return [];
  const found: Requirement[] = [];
  if (isOpen(flowdownStatus)) {
    const code = "flowdown_status";
    const reason = t("flowdown");
    found.push(
      flowdownStatus === "NOT_STARTED" || flowdownStatus === "NEGOTIATION"
        ? { code, owner: "you", reason, action: dashboard, ...ofBanks }
        : { code, owner: "plaid", reason, action: null, ...ofBanks },
    );
  }
  if (isOpen(questionnaireStatus)) {
    const code = "questionnaire_status";
    const owner = questionnaireStatus === "NOT_STARTED" ? "customer" : "plaid";
    const reason = t("questionnaire");
    found.push({ code, owner, reason, action: null, ...ofBanks });
  }
  return found;
}

function isOpen(agreement: string | null): boolean {
  return agreement !== null && agreement !== "COMPLETE";
}

function unregistered({ status, banksTotal, banksEnabled, banksAttention }: Facts): Requirement[] {
  const count = banksTotal - banksEnabled - banksAttention;
  if (status !== "ACTIVE" || count <= 0) return [];
  const reason = t("unregistered", { count });
  return [{ code: "institutions", owner: "bank", reason, action: null, ...ofBanks }];
}
