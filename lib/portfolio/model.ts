import { isTurn, type Turn } from "@/lib/statuses/model";

/** Orders of the list: latest change, name, longest in its status. */
export const sorts = ["-updated", "name", "since"] as const;
export type Sort = (typeof sorts)[number];

export const pageSizes = [25, 50, 100] as const;
type PageSize = (typeof pageSizes)[number];

/** What the list is narrowed to; the address holds exactly this. */
export type CustomerFilter = {
  search: string;
  turn: Turn | null;
  status: string | null;
  /** Id of a person, `me` or `nobody`. */
  owner: string | null;
  country: string | null;
  product: string | null;
  /** Customers that one bank has in this status. */
  bank: { institutionId: string; status: string } | null;
  /** `YYYY-MM-DD`, UTC: created on this day or later. */
  created: string | null;
  /** In their status for longer than this many days. */
  stuck: number | null;
  sort: Sort;
  size: PageSize;
  /** Opaque keyset cursors. */
  after: string | null;
  before: string | null;
};

export const everything: CustomerFilter = {
  search: "",
  turn: null,
  status: null,
  owner: null,
  country: null,
  product: null,
  bank: null,
  created: null,
  stuck: null,
  sort: "-updated",
  size: 50,
  after: null,
  before: null,
};

type Query = Record<string, string | string[] | undefined>;

const TEXT_MAX = 200;
const CURSOR_MAX = 1_000;
const DAYS_MAX = 3_650;

/** The address as a filter; what makes no sense is left out. */
export function readFilter(query: Query): CustomerFilter {
  const text = (name: string) => given(query, name)?.slice(0, TEXT_MAX) || null;
  const turn = text("turn");
  const created = text("created");
  const stuck = Number(text("stuck"));
  const sort = sorts.find((one) => one === given(query, "sort"));
  const size = pageSizes.find((one) => String(one) === given(query, "size"));
  return {
    search: text("q")?.trim() ?? "",
    turn: turn !== null && isTurn(turn) ? turn : null,
    status: text("status"),
    owner: text("owner"),
    country: text("country"),
    product: text("product"),
    bank: readBank(text("bank")),
    created: created !== null && isDay(created) ? created : null,
    stuck: Number.isInteger(stuck) && stuck > 0 && stuck <= DAYS_MAX ? stuck : null,
    sort: sort ?? everything.sort,
    size: size ?? everything.size,
    after: given(query, "after")?.slice(0, CURSOR_MAX) || null,
    before: given(query, "before")?.slice(0, CURSOR_MAX) || null,
  };
}

/** The same filter as the part of an address behind the question mark; what is usual is left out. */
export function writeFilter(filter: Partial<CustomerFilter>): string {
  const { search, bank, stuck, sort, size, ...others } = filter;
  const values = {
    q: search,
    turn: others.turn,
    status: others.status,
    owner: others.owner,
    country: others.country,
    product: others.product,
    bank: bank && writeBank(bank),
    created: others.created,
    stuck: stuck && String(stuck),
    sort: sort === everything.sort ? null : sort,
    size: size === everything.size ? null : size && String(size),
    after: others.after,
    before: others.before,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.toString();
}

/** Without turn and status nothing else narrows the list: then all counts are known exactly. */
export function isCounted(filter: CustomerFilter): boolean {
  const { turn, status } = filter;
  const { sort, size } = everything;
  return writeFilter({ ...fromStart(filter), sort, size }) === writeFilter({ turn, status });
}

/** The list from its beginning. */
export function fromStart(filter: CustomerFilter): CustomerFilter {
  return { ...filter, after: null, before: null };
}

export function writeBank({ institutionId, status }: NonNullable<CustomerFilter["bank"]>): string {
  return `${institutionId}:${status}`;
}

function readBank(text: string | null): CustomerFilter["bank"] {
  const [, institutionId, status] = /^([\w-]{1,64}):([\w-]{1,64})$/.exec(text ?? "") ?? [];
  return institutionId && status ? { institutionId, status } : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The first of several; NUL, which no text of the database can hold, is left out. */
function given(query: Query, name: string): string | undefined {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "");
}
