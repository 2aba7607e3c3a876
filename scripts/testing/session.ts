import { createHash, randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";

/** As if this person had signed in; `token` is what the session's cookie holds. */
export async function openSession(
  sql: postgres.Sql,
  {
    userId,
    proven,
  }: { userId: string /** With a second factor given just now. */; proven: boolean },
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const id = `ses_${randomUUID()}`;
  const hash = createHash("sha256").update(token).digest("hex");
  await sql`
    insert into sessions (id, token_hash, user_id, ip, user_agent, expires_at, second_factor_at)
    values (${id}, ${hash}, ${userId}, '192.0.2.9', 'test', now() + interval '1 hour',
      ${proven ? sql`now()` : null})`;
  return { id, token };
}
