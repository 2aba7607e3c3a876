import { notFound } from "next/navigation";
import { sql } from "@/scripts/bench/bare/app/database";

/** One customer's row, every column of it. */
export default async function DetailPage({ params }: { params: Promise<{ id: string }> }) {
  const [row] = await sql`select * from customers where id = ${(await params).id}`;
  if (!row) notFound();
  return (
    <main>
      <h1>{row.company_name}</h1>
      <dl>
        {Object.entries(row).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value instanceof Date ? value.toISOString() : String(value ?? "–")}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
