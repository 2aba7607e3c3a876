import { join } from "node:path";
import { DEFAULT_NEXT_STATUS, DEFAULT_OPTIONS, DEFAULT_PARTNER } from "./assumptions";
import { type Journal, openJournal } from "./journal";
import type {
  Clock,
  Customer,
  Delivery,
  Job,
  Options,
  Partner,
  RequestEntry,
  SigningKey,
} from "./model";

const LOG_ENTRIES_MAX = 20_000;

export type Collection<T> = {
  get: (id: string) => T | undefined;
  all: () => T[];
  put: (id: string, value: T) => void;
  remove: (id: string) => void;
  size: () => number;
};

type Settings = {
  partner: Partner;
  options: Options;
  nextCreate: { status: string };
  webhooks: { url: string | null };
  clock: Clock;
};

export type Store = ReturnType<typeof openStore>;

/** Typed view of the journal. */
export function openStore(directory: string, initial: { url: string | null; speed: number }) {
  const journal = openJournal(join(directory, "journal.jsonl"), {
    request: LOG_ENTRIES_MAX,
    delivery: LOG_ENTRIES_MAX,
  });

  const defaults = (): Settings => ({
    partner: DEFAULT_PARTNER,
    options: DEFAULT_OPTIONS,
    nextCreate: { status: DEFAULT_NEXT_STATUS },
    webhooks: { url: initial.url },
    clock: { speed: initial.speed, base: 0, since_real: Date.now() },
  });
  const settings = () => journal.entries("setting");
  for (const [name, value] of Object.entries(defaults())) {
    if (!settings().has(name)) journal.put("setting", name, value);
  }
  if (initial.url && read("webhooks").url === null) {
    journal.put("setting", "webhooks", { url: initial.url });
  }

  function read<K extends keyof Settings>(name: K): Settings[K] {
    // Every setting is written above before it is read.
    return settings().get(name) as Settings[K];
  }

  return {
    directory,
    customers: collection<Customer>(journal, "customer"),
    keys: collection<SigningKey>(journal, "key"),
    jobs: collection<Job>(journal, "job"),
    deliveries: collection<Delivery>(journal, "delivery"),
    requests: collection<RequestEntry>(journal, "request"),
    setting: read,
    set<K extends keyof Settings>(name: K, value: Settings[K]): void {
      journal.put("setting", name, value);
    },
    sync: journal.sync,
    reset(): void {
      journal.clear();
      for (const [name, value] of Object.entries(defaults())) journal.put("setting", name, value);
    },
    close: journal.close,
  };
}

function collection<T>(journal: Journal, kind: string): Collection<T> {
  // One kind holds one type, and only this collection writes it.
  const entries = () => journal.entries(kind) as Map<string, T>;
  return {
    get: (id) => entries().get(id),
    all: () => [...entries().values()],
    put: (id, value) => journal.put(kind, id, value),
    remove: (id) => journal.remove(kind, id),
    size: () => entries().size,
  };
}
