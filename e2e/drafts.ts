import { inDatabase } from "./database";

/** What the portal has kept of one step of a draft; undefined before its first save. */
export async function keptAnswers(
  id: string,
  step: string,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await inDatabase(
    (sql) => sql`select answers from step_answers where customer_id = ${id} and step = ${step}`,
  );
  return row?.answers;
}

/** The id in the address of a wizard's page. */
export function draftOf(url: string): string {
  const id = /\/onboardings\/(cus_\w+)/.exec(url)?.[1];
  if (!id) throw new Error(`${url} is no page of a draft`);
  return id;
}
