import { sameName } from "./assumptions";
import { checkCreate } from "./create-rules";
import { PlaidFailure } from "./errors";
import { type Body, isAbsent } from "./fields";
import { newClientId, newProductionSecret, newSandboxSecret } from "./ids";
import { initialInstitutions, institutionView } from "./institutions";
import { saveLogo } from "./logo";
import type { Customer } from "./model";
import type { Registration } from "./registration";
import type { Store } from "./store";

export type Customers = ReturnType<typeof createCustomers>;

/** The five partner endpoints. Each runs to its end in one turn, so calls are serialised (S5). */
export function createCustomers(store: Store, registration: Registration) {
  function find(body: Body): Customer {
    const customer = store.customers.get(String(body.end_customer_client_id));
    if (!customer) throw new PlaidFailure("CUSTOMER_NOT_FOUND");
    return customer;
  }

  /** Writes a new status and keeps the registration in step with it. */
  function setStatus(customer: Customer, status: string): Customer {
    const updated = { ...customer, status };
    store.customers.put(customer.client_id, updated);
    if (status === "ACTIVE") registration.start(updated);
    else registration.cancel(updated);
    return updated;
  }

  function remove(customer: Customer): void {
    registration.cancel(customer);
    store.customers.remove(customer.client_id);
    store.sync();
  }

  return {
    setStatus,
    remove,

    create(body: Body) {
      const partner = store.setting("partner");
      checkGates(store);
      const input = checkCreate(body, partner);
      checkNames(store, input);
      const customer = newCustomer(input, {
        status: firstStatus(store, input.company_name),
        logo: input.logo && saveLogo(store.directory, input.logo),
        details: withoutCredentials(body),
      });
      setStatus(customer, customer.status);
      store.sync();

      const { client_id, company_name, status, secrets } = customer;
      return { end_customer: { client_id, company_name, status, secrets } };
    },

    get(body: Body) {
      const { client_id, company_name, status } = find(body);
      return { end_customer: { client_id, company_name, status } };
    },

    enable(body: Body) {
      const customer = find(body);
      checkGates(store);
      if (customer.status === "ACTIVE") throw new PlaidFailure("CUSTOMER_ALREADY_ENABLED");
      if (customer.status !== "PENDING_ENABLEMENT") {
        throw new PlaidFailure("CUSTOMER_NOT_READY_FOR_ENABLEMENT");
      }
      setStatus(customer, "ACTIVE");
      store.sync();
      return { production_secret: customer.secrets.production };
    },

    removeByApi(body: Body) {
      const customer = find(body);
      if (customer.status === "ACTIVE") throw new PlaidFailure("CUSTOMER_REMOVAL_NOT_ALLOWED");
      remove(customer);
      return {};
    },

    oauthInstitutions(body: Body) {
      const { flowdown_status, questionnaire_status, institutions } = find(body);
      return {
        flowdown_status,
        questionnaire_status,
        institutions: institutions.map(institutionView),
      };
    },
  };
}

export function newCustomer(
  names: { company_name: string; application_name: string; products: string[] },
  given: Pick<Customer, "status" | "logo" | "details"> & Partial<Customer>,
): Customer {
  const { company_name, application_name, products } = names;
  return {
    client_id: newClientId(),
    company_name,
    application_name,
    secrets: { sandbox: newSandboxSecret(), production: newProductionSecret() },
    flowdown_status: "NOT_STARTED",
    questionnaire_status: "NOT_STARTED",
    created_at: new Date().toISOString(),
    products,
    institutions: initialInstitutions(),
    ...given,
  };
}

function checkGates(store: Store): void {
  const { flowdown_complete, questionnaire_complete } = store.setting("partner");
  if (!flowdown_complete) throw new PlaidFailure("FLOWDOWN_NOT_COMPLETE");
  if (!questionnaire_complete) throw new PlaidFailure("QUESTIONNAIRE_NOT_COMPLETE");
}

/** Rule K12. */
function checkNames(store: Store, names: { company_name: string; application_name: string }): void {
  const twins = store.customers
    .all()
    .filter(({ application_name }) => sameName(application_name, names.application_name));
  if (twins.some(({ company_name }) => sameName(company_name, names.company_name))) {
    throw new PlaidFailure("CUSTOMER_ALREADY_CREATED");
  }
  const taken = store
    .setting("options")
    .taken_application_names.some((name) => sameName(name, names.application_name));
  if (twins.length > 0 || taken) {
    throw new PlaidFailure("INVALID_FIELD", "application_name is already in use");
  }
}

/** Rule K13. */
function firstStatus(store: Store, company: string): string {
  const { existing_companies } = store.setting("options");
  return existing_companies.some((name) => sameName(name, company))
    ? "UNDER_REVIEW"
    : store.setting("nextCreate").status;
}

function withoutCredentials({ client_id, secret, logo, ...details }: Body): Body {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => !isAbsent(value)));
}
