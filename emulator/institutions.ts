import { catalogue } from "./catalogue";
import { newRequestId } from "./ids";
import type { Customer, Institution, RegistrationError, WebhookEvent } from "./model";

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Rule O1: before the customer is enabled nothing has started anywhere. */
export function initialInstitutions(): Institution[] {
  return catalogue.map(({ institution_id, name }) => newInstitution(institution_id, name));
}

export function newInstitution(institution_id: string, name: string): Institution {
  return {
    institution_id,
    name,
    status: "NOT_STARTED",
    production_enablement_date: null,
    classic_disablement_date: null,
    errors: [],
    by_hand: false,
    resolved: false,
  };
}

/** Rule O7: only `production`, and no `errors` key when there is none, as in the example. */
export function institutionView(institution: Institution) {
  return {
    name: institution.name,
    institution_id: institution.institution_id,
    environments: { production: institution.status },
    production_enablement_date: institution.production_enablement_date,
    classic_disablement_date: institution.classic_disablement_date,
    ...(institution.errors.length > 0 && { errors: institution.errors }),
  };
}

export function moved(institution: Institution, status: string): Institution {
  return {
    ...institution,
    status,
    production_enablement_date: enablementDate(institution, status),
    errors: status === "ATTENTION_REQUIRED" ? institution.errors : [],
  };
}

/** Rule O3: the day of the approval, null before it. */
function enablementDate({ production_enablement_date }: Institution, status: string) {
  if (status === "NOT_STARTED" || status === "PROCESSING") return null;
  if (status !== "APPROVED" && status !== "ENABLED") return production_enablement_date;
  return production_enablement_date || new Date().toISOString().slice(0, 10);
}

/** The error of the published example. */
export function registrationError(given: Loose<RegistrationError> = {}): RegistrationError {
  const parts = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    error_type: "PARTNER_ERROR",
    error_code: "OAUTH_REGISTRATION_ERROR",
    error_message: "Application logo is required",
    display_message: null,
    request_id: newRequestId(),
    ...Object.fromEntries(parts),
  };
}

export function statusEvent(customer: Customer, institution: Institution): WebhookEvent {
  return {
    webhook_type: "PARTNER",
    webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
    end_customer_client_id: customer.client_id,
    environment: "production",
    institution_id: institution.institution_id,
    institution_name: institution.name,
    status: institution.status.toLowerCase().replaceAll("_", "-"),
  };
}
