import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema";
import type { Reader } from "@/lib/auth/model";
import { standing, standingFor } from "@/lib/invitations/standing";
import type { AnswerStep } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { type Facts, headlineOf } from "@/lib/requirements/model";
import { deletesAt } from "@/lib/retention/deletion";
import { isDraft, isOurs } from "@/lib/statuses/model";
import { type CustomerRow, homeOf } from "./model";
import { MISSING_AT_PLAID } from "./refresh";

/** Of a draft: the steps that were saved. Read with the row, for the few rows that are shown. */
const saved: SQL<AnswerStep[]> = sql`(
  select coalesce(jsonb_agg(step), '[]') from step_answers
  where customer_id = customers.id and customers.submitted_at is null
)`;

/** How the latest attempt ended, as long as the status still says that it ended badly. */
const problem: SQL<PlaidProblem | null> = sql`(
  select jsonb_build_object(
    'kind', coalesce(error_kind, 'unavailable'), 'code', coalesce(error_code, 'NO_ANSWER'),
    'message', coalesce(error_message, ''), 'requestId', request_id
  )
  from create_attempts
  where customer_id = customers.id and customers.status in ('SUBMIT_FAILED', 'SUBMIT_UNKNOWN')
  order by started_at desc limit 1
)`;

const owner: SQL<string | null> = sql`(select name from users where id = customers.assignee_id)`;

export const rowColumns = {
  id: customers.id,
  companyName: customers.companyName,
  legalEntityName: customers.legalEntityName,
  clientId: customers.clientId,
  status: customers.status,
  turn: customers.turn,
  statusSince: customers.statusSince,
  banksTotal: customers.banksTotal,
  banksEnabled: customers.banksEnabled,
  banksAttention: customers.banksAttention,
  products: customers.products,
  owner,
  updatedAt: customers.updatedAt,
  deletesAt,
  gaps: customers.gaps,
  saved,
  fillers: customers.fillers,
  standing,
  problem,
  flowdownStatus: customers.flowdownStatus,
  questionnaireStatus: customers.questionnaireStatus,
  lastFailure: customers.lastFailure,
};

type Found = Omit<
  Facts,
  | "statusSince"
  | "attested"
  | "confirmedBefore"
  | "refusal"
  | "left"
  | "missingAtPlaid"
  | "classicEnds"
> &
  Pick<
    CustomerRow,
    "companyName" | "legalEntityName" | "clientId" | "turn" | "products" | "owner"
  > & {
    statusSince: Date;
    updatedAt: Date;
    deletesAt: Date | null;
    problem: PlaidProblem | null;
    lastFailure: string | null;
  };

/** A row as its reader may see it. */
export function toRow(found: Found, reader: Reader): CustomerRow {
  const { id, companyName, legalEntityName, clientId, status, turn } = found;
  const { banksTotal, banksEnabled, banksAttention, products, owner } = found;
  return {
    ...{ id, companyName, legalEntityName, clientId, status, turn },
    ...{ banksTotal, banksEnabled, banksAttention, products, owner },
    statusSince: found.statusSince.toISOString(),
    updatedAt: found.updatedAt.toISOString(),
    deletesAt: found.deletesAt?.toISOString() ?? null,
    ...headlineOf(factsOf(found, reader)),
    home: homeOf(found, reader),
  };
}

/** What the row itself tells; the wizard knows a draft better. */
export function factsOf(found: Found, reader: Reader): Facts {
  const { status, gaps, problem: refusal } = found;
  return {
    ...found,
    statusSince: found.statusSince.toISOString(),
    standing: standingFor(reader, found.standing),
    attested: (isOurs(status) ? status !== "DRAFT" : !isDraft(status)) && gaps.length === 0,
    confirmedBefore: false,
    refusal: status === "SUBMIT_FAILED" ? refusal : null,
    left: [],
    missingAtPlaid: found.lastFailure === MISSING_AT_PLAID,
    classicEnds: null,
  };
}
