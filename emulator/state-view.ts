import { catalogue } from "./catalogue";
import type { EmulatedClock } from "./clock";
import type { Faults } from "./faults";
import { institutionView } from "./institutions";
import type { Customer } from "./model";
import { publicJwk } from "./signing";
import type { Store } from "./store";

/** `GET /_emulator/state`: everything but secrets. */
export function stateView(store: Store, clock: EmulatedClock, faults: Faults) {
  const keys = store.keys.all();
  const waiting = store.jobs.all().map(({ kind }) => kind);
  return {
    partner: store.setting("partner"),
    nextCreate: store.setting("nextCreate"),
    webhooks: store.setting("webhooks"),
    clock: { speed: clock.speed() },
    options: store.setting("options"),
    faults: faults.list(),
    pending: {
      registrations: waiting.filter((kind) => kind === "institution").length,
      webhooks: waiting.filter((kind) => kind === "webhook").length,
    },
    customers: store.customers.all().map(customerView),
    institutions: catalogue,
    keys: {
      production: keys.filter(({ environment }) => environment === "production").map(publicJwk),
      sandbox: keys.filter(({ environment }) => environment === "sandbox").map(publicJwk),
    },
  };
}

export function customerView(customer: Customer) {
  return {
    client_id: customer.client_id,
    company_name: customer.company_name,
    application_name: customer.application_name,
    status: customer.status,
    flowdown_status: customer.flowdown_status,
    questionnaire_status: customer.questionnaire_status,
    created_at: customer.created_at,
    institutions: customer.institutions.map(institutionView),
  };
}
