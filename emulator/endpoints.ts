import type { Customers } from "./customers";
import { PlaidFailure } from "./errors";
import { type Body, checkFields, createFields, customerIdField, keyIdField } from "./fields";
import type { Environment } from "./model";
import { publicJwk } from "./signing";
import type { Store } from "./store";

export type Endpoint = {
  partnerOnly: boolean;
  check: (body: Body) => void;
  run: (body: Body, environment: Environment) => object;
};

/** Plaid's published sample: in Sandbox create answers it and creates nothing (rule C8). */
const SANDBOX_SAMPLE = {
  end_customer: {
    client_id: "7f57eb3d2a9j6480121fx361",
    company_name: "Plaid",
    status: "ACTIVE",
    secrets: {
      sandbox: "b60b5201d006ca5a7081d27c824d77",
      production: "79g03eoofwl8240v776r2h667442119",
    },
  },
};

export function createEndpoints(store: Store, customers: Customers): Record<string, Endpoint> {
  const forCustomer = (run: (body: Body) => object): Endpoint => ({
    partnerOnly: true,
    check: (body) => checkFields(body, customerIdField),
    run(body, environment) {
      if (environment === "sandbox") throw new PlaidFailure("CUSTOMER_NOT_FOUND");
      return run(body);
    },
  });

  return {
    "/partner/customer/create": {
      partnerOnly: true,
      check: (body) => checkFields(body, createFields),
      run: (body, environment) =>
        environment === "sandbox" ? SANDBOX_SAMPLE : customers.create(body),
    },
    "/partner/customer/get": forCustomer(customers.get),
    "/partner/customer/enable": forCustomer(customers.enable),
    "/partner/customer/remove": forCustomer(customers.removeByApi),
    "/partner/customer/oauth_institutions/get": forCustomer(customers.oauthInstitutions),
    "/webhook_verification_key/get": {
      partnerOnly: false,
      check: (body) => checkFields(body, keyIdField),
      run(body, environment) {
        const key = store.keys.get(String(body.key_id));
        if (key?.environment !== environment) {
          throw new PlaidFailure("INVALID_WEBHOOK_VERIFICATION_KEY_ID");
        }
        return { key: publicJwk(key) };
      },
    },
  };
}
