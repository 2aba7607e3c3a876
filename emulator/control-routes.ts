import type { EmulatedClock } from "./clock";
import { changeInstitution, readPartner, seedCustomer } from "./control-changes";
import { ControlError } from "./control-error";
import * as schema from "./control-schema";
import type { Customers } from "./customers";
import { deliveryView } from "./deliveries";
import { type Faults, faultListSchema } from "./faults";
import type { Jobs } from "./jobs";
import { readLogo } from "./logo";
import type { Customer } from "./model";
import type { Registration } from "./registration";
import { sendByHand, signByHand } from "./send";
import { publicJwk, rotateKey } from "./signing";
import { customerView, stateView } from "./state-view";
import type { Store } from "./store";

export type ControlParts = {
  store: Store;
  clock: EmulatedClock;
  jobs: Jobs;
  faults: Faults;
  registration: Registration;
  customers: Customers;
  reset: () => void;
};

type Input = { params: string[]; query: URLSearchParams; body: unknown };
type Route = { method: string; pattern: RegExp; run: (input: Input) => unknown };

const CUSTOMER = "/customers/([^/]+)";

export function createControlRoutes(parts: ControlParts): Route[] {
  return [...stateRoutes(parts), ...customerRoutes(parts), ...webhookRoutes(parts)];
}

function stateRoutes({ store, clock, jobs, faults, reset }: ControlParts): Route[] {
  return [
    route("GET", "/state", () => stateView(store, clock, faults)),
    route("POST", "/reset", () => {
      reset();
      return { ok: true };
    }),
    route("PUT", "/partner", ({ body }) => {
      const partner = store.setting("partner");
      store.set("partner", readPartner(schema.partnerSchema.parse(body), partner));
      return store.setting("partner");
    }),
    route("PUT", "/options", ({ body }) => {
      const changes = withoutUndefined(schema.optionsSchema.parse(body));
      store.set("options", { ...store.setting("options"), ...changes });
      return store.setting("options");
    }),
    route("PUT", "/next-create", ({ body }) => {
      store.set("nextCreate", schema.statusSchema.parse(body));
      return store.setting("nextCreate");
    }),
    route("PUT", "/faults", ({ body }) => {
      faults.replace(faultListSchema.parse(body));
      return faults.list();
    }),
    route("POST", "/faults", ({ body }) => {
      faults.replace([...faults.list(), ...faultListSchema.parse([body])]);
      return faults.list();
    }),
    route("GET", "/faults", () => faults.list()),
    route("GET", "/requests", ({ query }) => newest(store.requests.all(), query)),
    route("PUT", "/clock", ({ body }) => {
      clock.setSpeed(schema.clockSchema.parse(body).speed);
      jobs.wake();
      return { speed: clock.speed() };
    }),
    route("POST", "/clock/advance", ({ body }) => {
      clock.advance(schema.advanceSchema.parse(body).ms);
      jobs.wake();
      return { speed: clock.speed() };
    }),
  ];
}

function customerRoutes({ store, registration, customers }: ControlParts): Route[] {
  const find = (params: string[]): Customer => {
    const customer = store.customers.get(params[0] ?? "");
    if (!customer) throw new ControlError(404, `no customer ${params[0]}`);
    return customer;
  };

  return [
    route("POST", "/customers", ({ body }) => {
      const customer = seedCustomer(store, schema.customerSchema.parse(body));
      customers.setStatus(customer, customer.status);
      return { ...customerView(customer), secrets: customer.secrets };
    }),
    route("GET", CUSTOMER, ({ params }) => {
      const customer = find(params);
      const { secrets, products, logo, details } = customer;
      return { ...customerView(customer), secrets, products, logo, details };
    }),
    route("DELETE", CUSTOMER, ({ params }) => {
      customers.remove(find(params));
      return { ok: true };
    }),
    route("GET", `${CUSTOMER}/logo`, ({ params }) => {
      const { logo } = find(params);
      if (!logo) throw new ControlError(404, "this customer has no logo");
      return readLogo(store.directory, logo.sha256);
    }),
    route("POST", `${CUSTOMER}/status`, ({ params, body }) => {
      const { status } = schema.statusSchema.parse(body);
      return customerView(customers.setStatus(find(params), status));
    }),
    route("POST", `${CUSTOMER}/institutions/([^/]+)`, ({ params, body }) => {
      const input = schema.institutionSchema.parse(body);
      const customer = find(params);
      const institution = changeInstitution(customer, params[1] ?? "", input);
      return customerView(registration.set(customer, institution, input.webhook !== false));
    }),
    route("POST", `${CUSTOMER}/agreements`, ({ params, body }) => {
      const changes = withoutUndefined(schema.agreementsSchema.parse(body));
      const customer = { ...find(params), ...changes };
      store.customers.put(customer.client_id, customer);
      // A completed questionnaire releases the banks that waited for it (rule O2).
      registration.start(customer);
      return customerView(customer);
    }),
  ];
}

function webhookRoutes({ store }: ControlParts): Route[] {
  return [
    route("PUT", "/webhooks", ({ body }) => {
      store.set("webhooks", schema.webhooksSchema.parse(body));
      return store.setting("webhooks");
    }),
    route("GET", "/deliveries", ({ query }) =>
      newest(store.deliveries.all(), query).map(deliveryView),
    ),
    route("POST", "/webhooks/send", ({ body }) => sendByHand(store, schema.sendSchema.parse(body))),
    route("POST", "/webhooks/sign", ({ body }) => signByHand(store, schema.signSchema.parse(body))),
    route("POST", "/keys/rotate", ({ body }) => {
      const { environment, expire_old } = schema.rotateSchema.parse(body);
      return publicJwk(rotateKey(store, environment ?? "production", expire_old ?? false));
    }),
  ];
}

function route(method: string, path: string, run: Route["run"]): Route {
  return { method, pattern: new RegExp(`^${path}$`), run };
}

function newest<T>(entries: T[], query: URLSearchParams): T[] {
  const limit = Number(query.get("limit") ?? 0);
  return limit > 0 ? entries.slice(-limit) : entries;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  // Dropping the undefined entries is what the return type says.
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Defined<T>;
}
