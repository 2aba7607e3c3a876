import { sql } from "drizzle-orm";
import { db } from "@/db/client";

const CHUNK = 20_000;

/**
 * A portfolio of any size, straight into the database: Plaid and the emulator know none of these
 * customers, so nothing is scheduled for them.
 */
export async function seedPortfolio(customers: number, userId: string): Promise<void> {
  for (let from = 1; from <= customers; from += CHUNK) {
    const to = Math.min(from + CHUNK - 1, customers);
    await db.transaction(async (tx) => {
      await tx.execute(insertCustomers(from, to, userId));
      await tx.execute(insertInstitutions(from, to));
    });
  }
  await db.execute(sql`analyze customers, institutions`);
}

/** The n-th customer, counted from one. */
export function seededId(n: number): string {
  return `cus_seed${String(n).padStart(9, "0")}`;
}

const words = sql`array['Harbor','Nordwind','Quay','Cedar','Lumen','Atlas','Juniper','Meridian','Sable','Orchard','Tidal','Vesper','Willow','Granite','Copper','Saffron']`;
const kinds = sql`array['Pay','Lending','Capital','Budget','Payroll','Credit','Savings','Ledger','Invest','Rent','Tax','Wallet']`;
const statuses = sql`array['ACTIVE','ACTIVE','ACTIVE','ACTIVE','ACTIVE','ACTIVE','PENDING_ENABLEMENT','UNDER_REVIEW','DRAFT','READY','DENIED','REMOVED']`;

function insertCustomers(from: number, to: number, userId: string) {
  return sql`
    insert into customers (id, status, status_since, client_id, company_name, legal_entity_name,
      application_name, website, created_by, created_at, updated_at, submitted_at, enabled_at,
      checked_at, banks_total, banks_enabled, banks_attention, gaps)
    select 'cus_seed' || lpad(n::text, 9, '0'), status, changed,
      case when status in ('DRAFT', 'READY') then null else substr(md5('client' || n), 1, 24) end,
      name, name || ' Inc.', name, 'https://' || lower(replace(name, ' ', '-')) || '.example', ${userId},
      changed - interval '9 days', changed,
      case when status in ('DRAFT', 'READY') then null else changed - interval '2 days' end,
      case when status = 'ACTIVE' then changed end,
      case when status in ('DRAFT', 'READY') then null else changed end,
      case when status = 'ACTIVE' then 10 else 0 end,
      case when status = 'ACTIVE' then 7 else 0 end,
      case when status = 'ACTIVE' and n % 10 = 0 then 1 else 0 end,
      case when status = 'DRAFT' then '[{"step": "support", "path": "email"}]'::jsonb else '[]' end
    from (
      select n, (${statuses})[1 + n % 12] as status,
        now() - (n % 40000) * interval '7 minutes' - n * interval '1 millisecond' as changed,
        (${words})[1 + n % 16] || ' ' || (${kinds})[1 + (n / 16) % 12] || ' ' || n as name
      from generate_series(${from}::int, ${to}::int) as n
    ) as made
    on conflict (id) do nothing
  `;
}

function insertInstitutions(from: number, to: number) {
  return sql`
    insert into institutions (customer_id, institution_id, name, status, environments, errors)
    select customer_id, bank.institution_id, bank.name, bank.status,
      jsonb_build_object('production', bank.status), '[]'::jsonb
    from (
      select 'cus_seed' || lpad(n::text, 9, '0') as customer_id
      from generate_series(${from}::int, ${to}::int) as n where n % 12 < 6
    ) as customer
    cross join (values
      ('ins_56', 'Chase', 'PROCESSING'), ('ins_11', 'Charles Schwab', 'PROCESSING'),
      ('ins_13', 'PNC', 'NOT_STARTED'), ('ins_128026', 'Capital One', 'ENABLED'),
      ('ins_127989', 'Bank of America', 'ENABLED'), ('ins_127991', 'Wells Fargo', 'ENABLED'),
      ('ins_127990', 'U.S. Bank', 'ENABLED'), ('ins_5', 'Citibank Online', 'ENABLED'),
      ('ins_10', 'American Express', 'ENABLED'), ('ins_14', 'TD Bank', 'ENABLED')
    ) as bank (institution_id, name, status)
    on conflict do nothing
  `;
}
