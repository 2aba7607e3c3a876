import type { z } from "zod";
import { DEFAULT_NEXT_STATUS, DEFAULT_PARTNER } from "./assumptions";
import { catalogue } from "./catalogue";
import { ControlError } from "./control-error";
import type { customerSchema, institutionSchema, PartnerInput } from "./control-schema";
import { newCustomer } from "./customers";
import { moved, newInstitution, registrationError } from "./institutions";
import type { Contact, Customer, Institution, Partner } from "./model";
import type { Store } from "./store";

/** Contacts may be given as an object, switched on or off with a boolean, or taken away with null. */
export function readPartner(input: PartnerInput, partner: Partner): Partner {
  const { default_contacts, ...switches } = input;
  const changed = Object.entries(switches).filter(([, value]) => value !== undefined);
  return {
    ...partner,
    ...Object.fromEntries(changed),
    ...(default_contacts !== undefined && { default_contacts: readContacts(default_contacts) }),
  };
}

function readContacts(
  given: Exclude<PartnerInput["default_contacts"], undefined>,
): Partner["default_contacts"] {
  const defaults = DEFAULT_PARTNER.default_contacts;
  if (given === null || typeof given === "boolean") {
    return given ? defaults : { technical: null, billing: null };
  }
  return {
    technical: readContact(given.technical ?? given.technical_contact, defaults.technical),
    billing: readContact(given.billing ?? given.billing_contact, defaults.billing),
  };
}

function readContact(
  given: Contact | boolean | null | undefined,
  fallback: Contact | null,
): Contact | null {
  if (given === true) return fallback;
  return given || null;
}

/** Stands for a customer created in Plaid's Dashboard: no rule of the create endpoint applies. */
export function seedCustomer(store: Store, input: z.infer<typeof customerSchema>): Customer {
  if (input.client_id && store.customers.get(input.client_id)) {
    throw new ControlError(400, `customer ${input.client_id} exists already`);
  }
  const { company_name, application_name = company_name, status = DEFAULT_NEXT_STATUS } = input;
  const { client_id, secrets, flowdown_status, questionnaire_status } = input;
  return newCustomer(
    { company_name, application_name, products: store.setting("partner").products },
    {
      status,
      logo: null,
      details: {},
      ...(client_id && { client_id }),
      ...(secrets && { secrets }),
      ...(flowdown_status && { flowdown_status }),
      ...(questionnaire_status && { questionnaire_status }),
    },
  );
}

/** The bank as a control-plane call leaves it; banks outside the catalogue are welcome. */
export function changeInstitution(
  customer: Customer,
  institutionId: string,
  input: z.infer<typeof institutionSchema>,
): Institution {
  const before =
    customer.institutions.find(({ institution_id }) => institution_id === institutionId) ??
    newInstitution(institutionId, input.name ?? catalogueName(institutionId));
  const resolved =
    before.resolved ||
    (before.status === "ATTENTION_REQUIRED" && input.status !== "ATTENTION_REQUIRED");
  const { name, errors, production_enablement_date, classic_disablement_date } = input;
  return {
    ...moved(before, input.status),
    resolved,
    by_hand: input.automatic !== true,
    ...(name !== undefined && { name }),
    ...(errors !== undefined && { errors: errors.map(registrationError) }),
    ...(production_enablement_date !== undefined && { production_enablement_date }),
    ...(classic_disablement_date !== undefined && { classic_disablement_date }),
  };
}

function catalogueName(id: string): string {
  return catalogue.find(({ institution_id }) => institution_id === id)?.name ?? id;
}
