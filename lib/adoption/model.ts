import type { PlaidProblem } from "@/lib/partner-api/model";

/** An end customer as Plaid tells of it. */
export type FoundCustomer = { clientId: string; companyName: string; status: string };

export type AdoptionError =
  /** Nothing that could be a client_id. */
  | { code: "no_client_id" }
  | { code: "unknown_client_id" }
  /** This portal has it already, perhaps under another name. */
  | { code: "already_here"; id: string; companyName: string }
  /** A submission of this name was never answered: it is settled there, or it would stand here twice. */
  | { code: "unanswered"; id: string; companyName: string }
  | { code: "refused"; problem: PlaidProblem };
