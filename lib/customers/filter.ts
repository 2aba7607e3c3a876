import "server-only";
import { and, eq, exists, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, customerTerms, institutions } from "@/db/schema";
import { may, type Reader } from "@/lib/auth/model";
import type { CustomerFilter, Sort } from "@/lib/portfolio/model";
import type { Turn } from "@/lib/statuses/model";
import type { Ordering } from "./ordering";

/** Rows that are looked through for what no index finds; the list offers to look further. */
export const WINDOW = 2_000;

/** How the rows of a list are come by: along one index, and then picked from. */
export type Way = {
  ordering: Ordering;
  from: SQL;
  /** What the index serves. */
  along: SQL | undefined;
  /** What each row is asked besides; undefined when every row is wanted. */
  pick: SQL | undefined;
};

/** A person, as far as it decides what is looked in. */
export type Seeker = Reader & { userId?: string };

export function matchesTurn(turn: Turn): SQL {
  return eq(customers.turn, turn);
}

/** Search drives first, because its words are rare; then a bank, then what the customers' indexes begin with. */
export function wayOf(filter: CustomerFilter, words: string[], seeker: Seeker): Way {
  const asked = conditions(filter, seeker);
  const [word, ...others] = [...words].sort((a, b) => b.length - a.length);
  if (word !== undefined) {
    const more = others.map((other) => hasTerm(other, seeker));
    return byWord(word, and(...more, ...Object.values(asked)), seeker);
  }
  const { bank, ...rest } = asked;
  if (filter.bank && bank) return byBank(filter.bank, and(...Object.values(rest)));
  return byCustomer(filter, rest);
}

type Asked = Record<
  "turn" | "status" | "owner" | "country" | "product" | "bank" | "created" | "stuck",
  SQL | undefined
>;

function conditions(filter: CustomerFilter, { userId }: Seeker): Asked {
  const { turn, status, owner, country, product, bank, created, stuck } = filter;
  const assignee = owner === "me" ? (userId ?? "") : owner;
  return {
    turn: turn === null ? undefined : matchesTurn(turn),
    status: status === null ? undefined : eq(customers.status, status),
    owner:
      owner === "nobody"
        ? isNull(customers.assigneeId)
        : assignee === null
          ? undefined
          : eq(customers.assigneeId, assignee),
    country: country === null ? undefined : eq(customers.country, country),
    product: product === null ? undefined : sql`${product} = any (${customers.products})`,
    bank: bank === null ? undefined : atBank(bank),
    created: created === null ? undefined : gte(customers.createdAt, new Date(created)),
    stuck:
      stuck === null
        ? undefined
        : sql`${customers.statusSince} < now() - ${stuck} * interval '1 day'`,
  };
}

const orderings: Record<Sort, Ordering> = {
  "-updated": {
    name: "-updated",
    key: customers.updatedAt,
    id: customers.id,
    kind: "time",
    descending: true,
  },
  name: { name: "name", key: customers.nameKey, id: customers.id, kind: "text" },
  since: { name: "since", key: customers.statusSince, id: customers.id, kind: "time" },
};

function byCustomer(
  filter: CustomerFilter,
  { bank: _, ...asked }: Omit<Asked, "bank"> & { bank?: SQL },
): Way {
  const ordering = orderings[filter.sort];
  const { turn, status, owner, stuck, ...others } = asked;
  const served = { ordering, from: sql`${customers}` };
  // Of "longest in its status" these are the first rows.
  const early = filter.sort === "since" ? stuck : undefined;
  const late = early ? undefined : stuck;
  const live = filter.status === "ACTIVE" && filter.sort === "-updated";
  if (status) {
    const along = and(status, early, live ? turn : undefined);
    return {
      ...served,
      along,
      pick: and(live ? undefined : turn, owner, late, ...Object.values(others)),
    };
  }
  if (turn)
    return { ...served, along: and(turn, early), pick: and(owner, late, ...Object.values(others)) };
  const owned = filter.sort === "-updated" ? owner : undefined;
  return {
    ...served,
    along: and(owned, early),
    pick: and(owned ? undefined : owner, late, ...Object.values(others)),
  };
}

/** Longest in this status first. */
function byBank(bank: NonNullable<CustomerFilter["bank"]>, pick: SQL | undefined): Way {
  return {
    ordering: {
      name: `bank ${bank.institutionId}:${bank.status}`,
      key: institutions.statusSince,
      id: institutions.customerId,
      kind: "time",
    },
    from: sql`${institutions} left join ${customers} on ${customers.id} = ${institutions.customerId}`,
    along: and(
      eq(institutions.institutionId, bank.institutionId),
      eq(institutions.status, bank.status),
    ),
    pick,
  };
}

function atBank({ institutionId, status }: NonNullable<CustomerFilter["bank"]>): SQL {
  const there = db
    .select({ one: sql`1` })
    .from(institutions)
    .where(
      and(
        eq(institutions.customerId, customers.id),
        eq(institutions.institutionId, institutionId),
        eq(institutions.status, status),
      ),
    );
  return exists(there);
}

/** By the word found. A customer stands at the first of its words that match, and nowhere else. */
function byWord(word: string, more: SQL | undefined, seeker: Seeker): Way {
  const { term, customerId } = customerTerms;
  const first = sql`not exists (
    select from customer_terms as earlier
    where earlier.customer_id = ${customerId} and earlier.term >= ${word} and earlier.term < ${term}
      and ${readable(sql`earlier.term`, seeker) ?? sql`true`}
  )`;
  return {
    ordering: { name: `word ${word}`, key: term, id: customerId, kind: "text" },
    from: sql`${customerTerms} left join ${customers} on ${customers.id} = ${customerId}`,
    along: beginsWith(sql`${term}`, word),
    pick: and(first, readable(sql`${term}`, seeker), more),
  };
}

function hasTerm(word: string, seeker: Seeker): SQL {
  const term = sql`other.term`;
  return sql`exists (
    select from customer_terms as other where other.customer_id = ${customerTerms.customerId}
      and ${and(beginsWith(term, word), readable(term, seeker))}
  )`;
}

/** A range of the index: every character comes before the last one there is. */
function beginsWith(term: SQL, word: string): SQL | undefined {
  return and(gte(term, word), lt(term, `${word}\u{10ffff}`));
}

/** Who must not read addresses must not find out about them either. */
function readable(term: SQL, seeker: Seeker): SQL | undefined {
  return may(seeker, "contact.read") ? undefined : sql`strpos(${term}, '@') = 0`;
}
