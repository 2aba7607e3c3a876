import { createHash } from "node:crypto";
import { type JWK, jwtVerify } from "jose";
import { sql } from "@/scripts/bench/bare/app/database";

/** jose remembers what it made of it. */
const key: JWK = JSON.parse(process.env.BENCH_WEBHOOK_KEY ?? "{}");

/** The least that whoever receives webhooks does: proves signature, age and body, and keeps one row. */
export async function POST(request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const token = request.headers.get("plaid-verification") ?? "";
  const options = { algorithms: ["ES256"], maxTokenAge: 300 };
  const { payload } = await jwtVerify(token, key, options);
  const sha256 = createHash("sha256").update(body).digest("hex");
  if (payload.request_body_sha256 !== sha256) return new Response("Refused", { status: 401 });
  await sql`insert into webhooks (token, body) values (${token}, ${body})`;
  return new Response("Stored");
}
