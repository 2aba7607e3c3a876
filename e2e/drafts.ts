import postgres from "postgres";
import { stack } from "./fixtures";

/** What the portal has kept of one step of a draft; undefined before its first save. */
export async function keptAnswers(
  id: string,
  step: string,
): Promise<Record<string, unknown> | undefined> {
  const database = postgres(stack().databaseOwnerUrl, { max: 1 });
  try {
    const [row] =
      await database`select answers from step_answers where customer_id = ${id} and step = ${step}`;
    return row?.answers;
  } finally {
    await database.end();
  }
}

/** The id in the address of a wizard's page. */
export function draftOf(url: string): string {
  const id = /\/onboardings\/(cus_\w+)/.exec(url)?.[1];
  if (!id) throw new Error(`${url} is no page of a draft`);
  return id;
}
