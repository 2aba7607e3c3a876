import { sql } from "@/scripts/bench/bare/app/database";

export const dynamic = "force-dynamic";

type Row = {
  id: string;
  company: string;
  legalEntityName: string;
  status: string;
  since: Date;
  turn: string;
  enabled: number;
  total: number;
  products: string[];
  owner: string | null;
  updated: Date;
};

/** The rows of the portal's list with the same columns, in one query, ordered as the index is. */
export default async function ListPage() {
  const rows = await sql<Row[]>`
    select id, company_name as company, legal_entity_name as "legalEntityName", status,
      status_since as since, turn, banks_enabled as enabled, banks_total as total, products,
      (select name from users where id = customers.assignee_id) as owner, updated_at as updated
    from customers order by updated_at desc nulls last, id desc nulls last limit 50`;
  return (
    <main>
      <h1>End customers</h1>
      <table>
        <thead>
          <tr>
            <th>Company</th>
            <th>Status</th>
            <th>Turn</th>
            <th>Banks</th>
            <th>Products</th>
            <th>Owner</th>
            <th>Updated</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/detail/${row.id}`}>{row.company}</a>
                <p>{row.legalEntityName}</p>
              </td>
              <td>
                <span>{row.status}</span>
                <p>{row.since.toISOString()}</p>
              </td>
              <td>{row.turn}</td>
              <td>
                {row.enabled} of {row.total}
              </td>
              <td>{row.products.join(", ")}</td>
              <td>{row.owner ?? "Nobody"}</td>
              <td>
                <time dateTime={row.updated.toISOString()}>{row.updated.toUTCString()}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
