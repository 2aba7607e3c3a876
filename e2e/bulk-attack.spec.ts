import type { APIRequestContext } from "@playwright/test";
import { callAction } from "./actions";
import { type MadeBulk, makeBulk } from "./bulk";
import { bulkAttacks } from "./bulk-attacks";
import { inDatabase } from "./database";
import { expect, stack, test } from "./fixtures";

/** Everything an attack could have left behind. */
function traces({ customers, asked, paused, finished, file }: MadeBulk) {
  const runs = [asked, paused, finished];
  return inDatabase(async (sql) => ({
    runs: await sql`select id, started_at, paused_at, user_id from bulk_runs where id in ${sql(runs)} order by 1`,
    items:
      await sql`select id, state, due_at is null as idle from bulk_items where run_id in ${sql(runs)} order by 1`,
    customers:
      await sql`select id, status, assignee_id from customers where id in ${sql(customers)} order by 1`,
    files: await sql`select id, mapping, run_id from imports where id = ${file}`,
    rows: await sql`select position, verdict, fixes from import_rows where import_id = ${file} order by 1`,
  }));
}

async function attack(request: APIRequestContext, target: MadeBulk): Promise<string> {
  const bodies: string[] = [];
  for (const call of Object.values(bulkAttacks).flatMap((make) => make(target))) {
    const answer = await callAction(request, call);
    expect(answer.status(), call.action).toBeLessThan(500);
    bodies.push(await answer.text());
  }
  const { asked, finished, file } = target;
  for (const path of [
    `/runs/${asked}`,
    `/runs/${finished}`,
    `/runs/${finished}/results`,
    `/customers/import/${file}`,
    `/customers/import/${file}/check`,
    `/customers/import/${file}/problems`,
  ]) {
    const answer = await request.get(path, { maxRedirects: 0, failOnStatusCode: false });
    expect(answer.status(), path).not.toBe(200);
    bodies.push(await answer.text());
  }
  return bodies.join("\n");
}

for (const who of ["nobody", "viewer"] as const) {
  test(`${who} neither sees nor moves a run or a file`, async ({ context, signIn }) => {
    const name = `Secretive ${who} ${Date.now()}`;
    const target = await makeBulk(name);
    const before = await traces(target);
    if (who === "viewer") await signIn("viewer");
    const seen = await attack(context.request, target);
    // Customers may be looked at; what only the file holds may not.
    for (const ofFile of [`${name} three`, `${name} four`, `${name}.csv`]) {
      expect(seen).not.toContain(ofFile);
    }
    expect(await traces(target)).toEqual(before);
  });
}

// Proves that the calls above are made rightly: allowed people get through with the very same ones.
test("the same calls work for an admin, and an onboarder goes on in nobody else's name", async ({
  browser,
  sessionOf,
  context,
  signIn,
}) => {
  const target = await makeBulk();
  const before = await traces(target);
  const other = await browser.newContext({ baseURL: stack().portalUrl });
  await other.addCookies(await sessionOf("onboarder"));
  for (const intent of ["resume", "retry"]) {
    for (const call of (bulkAttacks.controlRunAction?.(target) ?? []).filter(
      ({ form }) => form?.intent === intent,
    )) {
      await callAction(other.request, call);
    }
  }
  expect(await traces(target)).toEqual(before);
  await other.close();

  await signIn("admin");
  for (const name of ["fixRowAction", "createDraftsAction", "controlRunAction"]) {
    for (const call of bulkAttacks[name]?.(target) ?? []) await callAction(context.request, call);
  }
  const after = await traces(target);
  expect(after.rows.map(({ verdict }) => verdict)).toEqual(["incomplete", "incomplete"]);
  expect(after.files[0]?.run_id).toMatch(/^run_/);
  expect(after.runs.every(({ started_at }) => started_at !== null)).toBe(true);
});
