import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { InstitutionError } from "@/lib/institutions/model";
import { emptyAnswers } from "@/lib/onboarding/model";
import { answersSha256 } from "@/lib/onboarding/payload";
import { compactCounts } from "@/lib/work/compact";

const CHUNK = 20_000;
const AT_ONCE = 2;

type Person = { userId: string; name: string; email: string };

/**
 * A portfolio of any size, straight into the database: Plaid and the emulator know none of these
 * customers, so nothing is scheduled for them.
 */
export async function seedPortfolio(customers: number, person: Person): Promise<void> {
  let next = 1;
  const seedChunks = async () => {
    while (next <= customers) {
      const from = next;
      const to = Math.min(from + CHUNK - 1, customers);
      next = to + 1;
      await seedChunk(from, to, person);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, seedChunks));
  await compactCounts();
}

async function seedChunk(from: number, to: number, person: Person): Promise<void> {
  await db.transaction(async (tx) => {
    const made = await tx.execute<{ id: string }>(insertCustomers(from, to, person.userId));
    if (made.length === 0) return;
    await tx.execute(insertInstitutions(from, to));
    await tx.execute(insertChanges(from, to));
    await tx.execute(insertSubmissions(from, to, person));
    // Last: entries of the audit log are written one transaction after the other.
    await tx.execute(insertAudit(from, to, person));
  });
}

/** The n-th customer, counted from one. */
export function seededId(n: number): string {
  return `cus_seed${String(n).padStart(9, "0")}`;
}

const words = sql`array['Harbor','Nordwind','Quay','Cedar','Lumen','Atlas','Juniper','Meridian','Sable','Orchard','Tidal','Vesper','Willow','Granite','Copper','Saffron']`;
const kinds = sql`array['Pay','Lending','Capital','Budget','Payroll','Credit','Savings','Ledger','Invest','Rent','Tax','Wallet']`;
const countries = sql`array['US','US','US','CA','GB','DE']`;
/** Half of all customers are live, those with n % 24 < 12. */
const statuses = sql`
  array_fill('ACTIVE'::text, array[12]) || array['PENDING_ENABLEMENT','PENDING_ENABLEMENT','UNDER_REVIEW',
    'UNDER_REVIEW','UNDER_REVIEW','MORE_INFORMATION_NEEDED','DENIED','REMOVED','DRAFT','DRAFT','READY','IN_REVIEW']`;
const rows = (from: number, to: number) => sql`generate_series(${from}::int, ${to}::int) as n`;

/** Of the live ones: one in six has all its banks, one in ten a bank that needs attention. */
const allBanks = sql`n % 6 = 5`;
const attention = sql`n % 6 <> 5 and n % 10 = 0`;

function insertCustomers(from: number, to: number, userId: string) {
  return sql`
    insert into customers (id, status, status_since, client_id, company_name, legal_entity_name,
      application_name, website, country, products, emails, created_by, created_at, updated_at,
      submitted_at, enabled_at, checked_at, banks_total, banks_enabled, banks_attention, gaps)
    select 'cus_seed' || lpad(n::text, 9, '0'), status, changed,
      case when sent then substr(md5('client' || n), 1, 24) end,
      name, name || ' Inc.', name, 'https://' || domain,
      (${countries})[1 + n % 6], array['auth', 'transactions'], array['help@' || domain, 'dev@' || domain],
      ${userId}, changed - (3 + n % 20) * interval '1 day', changed,
      case when sent then changed - interval '2 days' end,
      case when status = 'ACTIVE' then changed end,
      case when sent then changed end,
      case when status = 'ACTIVE' then 10 else 0 end,
      case when status <> 'ACTIVE' then 0 when ${allBanks} then 10 when ${attention} then 6 else 7 end,
      case when status = 'ACTIVE' and ${attention} then 1 else 0 end,
      case when status = 'DRAFT' then '[{"step": "support", "path": "email"}]'::jsonb else '[]' end
    from (
      select n, status, name, status not in ('DRAFT', 'READY', 'IN_REVIEW') as sent,
        lower(replace(name, ' ', '-')) || '.example' as domain,
        now() - (n % 40000) * interval '7 minutes' - n * interval '1 millisecond' as changed
      from (
        select n, (${statuses})[1 + n % 24] as status,
          (${words})[1 + n % 16] || ' ' || (${kinds})[1 + (n / 16) % 12] || ' ' || n as name
        from ${rows(from, to)}
      ) as named
    ) as made
    on conflict (id) do nothing
    returning id
  `;
}

const logoMissing = JSON.stringify([
  {
    errorType: "PARTNER_ERROR",
    errorCode: "OAUTH_REGISTRATION_ERROR",
    errorMessage: "Application logo is required",
    displayMessage: null,
    requestId: null,
  },
] satisfies InstitutionError[]);

const live = (from: number, to: number) => sql`
  select n, id, enabled_at from ${rows(from, to)}
  join customers on id = 'cus_seed' || lpad(n::text, 9, '0')
  where n % 24 < 12`;

function insertInstitutions(from: number, to: number) {
  return sql`
    insert into institutions (customer_id, institution_id, name, status, environments, status_since,
      production_enablement_date, errors)
    select id, institution_id, name, status, jsonb_build_object('production', status),
      least(now(), enabled_at + interval '3 hours'),
      case when status = 'ENABLED' then enabled_at::date end,
      case when status = 'ATTENTION_REQUIRED'
        then ${logoMissing}::jsonb
        else '[]' end
    from (
      select live.id, live.enabled_at, bank.institution_id, bank.name,
        case when ${allBanks} then 'ENABLED'
          when bank.institution_id = 'ins_14' and ${attention} then 'ATTENTION_REQUIRED'
          else bank.status end as status
      from (${live(from, to)}) as live
      cross join (values
        ('ins_56', 'Chase', 'PROCESSING'), ('ins_11', 'Charles Schwab', 'PROCESSING'),
        ('ins_13', 'PNC', 'NOT_STARTED'), ('ins_128026', 'Capital One', 'ENABLED'),
        ('ins_127989', 'Bank of America', 'ENABLED'), ('ins_127991', 'Wells Fargo', 'ENABLED'),
        ('ins_127990', 'U.S. Bank', 'ENABLED'), ('ins_5', 'Citibank Online', 'ENABLED'),
        ('ins_10', 'American Express', 'ENABLED'), ('ins_14', 'TD Bank', 'ENABLED')
      ) as bank (institution_id, name, status)
    ) as made
    on conflict do nothing
  `;
}

function insertChanges(from: number, to: number) {
  return sql`
    insert into institution_changes (id, customer_id, institution_id, status, source, at)
    select 'evt_seed' || lpad(n::text, 9, '0') || bank, id, bank, 'PROCESSING', 'poll', enabled_at
    from (${live(from, to)}) as live cross join unnest(array['ins_56', 'ins_11']) as bank
  `;
}

/** Who hands in has typed nothing: a seeded customer has no answers. */
function insertSubmissions(from: number, to: number, { userId, name, email }: Person) {
  return sql`
    insert into submissions (id, reference, customer_id, user_id, name, email, authenticated_at, ip,
      user_agent, answers, answers_sha256, at)
    select 'sub_seed' || lpad(n::text, 9, '0'), 'SEED' || n, id, ${userId}, ${name}, ${email},
      status_since, '127.0.0.1', 'npm run db:seed', ${JSON.stringify(emptyAnswers)}::jsonb,
      ${answersSha256(emptyAnswers)}, status_since
    from ${rows(from, to)} join customers on id = 'cus_seed' || lpad(n::text, 9, '0')
    where status = 'IN_REVIEW'
    on conflict do nothing
  `;
}

function insertAudit(from: number, to: number, { userId, name }: Person) {
  return sql`
    with people as materialized (
      select 'cus_seed' || lpad(n::text, 9, '0') as subject, gen_random_uuid()::text as salt
      from ${rows(from, to)}
    ), entries as (
      insert into audit_entries (actor_kind, actor_id, action, subject, details, person_hash)
      select 'staff', ${userId}, 'onboarding.started', subject, '{}',
        audit_person_hash(salt, ${name}, null, null)
      from people returning seq, subject
    )
    insert into audit_people (seq, name, salt)
    select seq, ${name}, salt from entries join people using (subject)
  `;
}
