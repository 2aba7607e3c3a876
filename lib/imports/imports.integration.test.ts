import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, imports, stepAnswers } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { getRun } from "@/lib/runs/queries";
import { type Staff, staff } from "@/scripts/testing/actors";
import { auditOf, customerRow, readyDraft } from "@/scripts/testing/drafts";
import { itemsOf, performRun } from "@/scripts/testing/runs";
import { createDrafts } from "./create-drafts";
import { fixRow, mapColumns } from "./map";
import { matchColumns } from "./match-columns";
import { TWIN } from "./model";
import { countVerdicts, getImport, listImportRows, listProblemRows } from "./queries";
import { sweepImport } from "./sweep";
import { uploadImport } from "./upload";

const HEADER =
  "Company name,Legal entity name,Website,Application name,Country,Street,City,State,ZIP,Support email address";

function complete(name: string): string {
  return `${name},${name} Inc.,harbor.example,${name},United States,12 Harbor Street,Boston,MA,02109,help@harbor.example`;
}

function unique(): string {
  return `Import ${randomUUID().slice(0, 8)}`;
}

/** Uploaded, and its columns matched by their headings. */
async function checked(actor: Staff, lines: string[], header = HEADER): Promise<string> {
  const bytes = Buffer.from([header, ...lines].join("\n"));
  const uploaded = await uploadImport(actor, { name: "customers.csv", bytes });
  if (!uploaded.ok) throw new Error(uploaded.error.code);
  const { id } = uploaded.value;
  const mapped = await mapColumns(actor, { id, mapping: matchColumns(header.split(",")) });
  if (!mapped.ok) throw new Error(mapped.error.code);
  return id;
}

async function rowsOf(actor: Staff, id: string) {
  return (await listImportRows(actor, { id, after: 0, problemsOnly: false })).rows;
}

describe("columns", () => {
  test("are matched by their headings, each field once", () => {
    expect(matchColumns(["Company", "ZIP code", "E-mail address", "Zip", "Colour", ""])).toEqual([
      "company.companyName",
      "company.address.postalCode",
      "support.email",
      null,
      null,
      null,
    ]);
    expect(matchColumns(["legal_entity_name", "address.country_code"])).toEqual([
      "company.legalEntityName",
      "company.address.countryCode",
    ]);
  });

  test("hold one field each, and the company's name is among them", async () => {
    const actor = await staff("onboarder");
    const bytes = Buffer.from("A,B\nHarbor,Bay\n");
    const uploaded = await uploadImport(actor, { name: "odd.csv", bytes });
    const id = uploaded.ok ? uploaded.value.id : "";
    const twice = ["company.companyName", "company.companyName"];
    expect(await mapColumns(actor, { id, mapping: twice })).toMatchObject({
      error: { code: "twice" },
    });
    expect(await mapColumns(actor, { id, mapping: [null, "company.status"] })).toMatchObject({
      error: { code: "no_company_name" },
    });
    expect(await getImport(actor, id)).toMatchObject({
      mapping: null,
      samples: [["Harbor"], ["Bay"]],
    });
  });
});

describe("each row", () => {
  test("is judged by the wizard's own checks", async () => {
    const actor = await staff("onboarder");
    const [good, wrong] = [unique(), unique()];
    const id = await checked(actor, [
      complete(good),
      `${unique()},,,,,,,,,`,
      complete(wrong).replace("02109", "ABC").replace("help@harbor.example", "help at harbor"),
      ",Nameless Inc.,,,,,,,,",
    ]);
    expect(await countVerdicts(actor, id)).toEqual({ good: 1, incomplete: 1, problem: 2 });
    const [first, bare, bad, nameless] = await rowsOf(actor, id);
    expect(first).toMatchObject({ verdict: "good", missing: 0, companyName: good });
    expect(bare).toMatchObject({ verdict: "incomplete", problems: {} });
    expect(bad?.values).toEqual({
      "company.address.postalCode": "ABC",
      "support.email": "help at harbor",
    });
    expect(Object.keys(nameless?.problems ?? {})).toEqual(["company.companyName"]);
  });

  test("that stands twice in the file, or in the portfolio already, is a duplicate until somebody says no", async () => {
    const actor = await staff("onboarder");
    const known = await customerRow(await readyDraft(actor));
    const twice = unique();
    const id = await checked(actor, [
      complete(known.companyName.toUpperCase()),
      complete(twice),
      complete(`${twice}.`),
    ]);
    const [old, first, second] = await rowsOf(actor, id);
    expect(old?.problems[TWIN]).toContain(`Already here: ${known.companyName}`);
    expect(first?.verdict).toBe("good");
    expect(second?.problems[TWIN]).toBe("The same names as row 2 of this file");

    await fixRow(actor, { id, position: 1, values: {}, notTwin: true });
    expect((await rowsOf(actor, id))[0]).toMatchObject({ verdict: "good", notTwin: true });
    // With the first one called otherwise, the second is no duplicate any more.
    const other = unique();
    const values = {
      "company.companyName": other,
      "company.legalEntityName": other,
      "company.applicationName": other,
    };
    await fixRow(actor, { id, position: 2, values, notTwin: false });
    expect(await countVerdicts(actor, id)).toMatchObject({ problem: 0 });
  });

  test("can be put right in place", async () => {
    const actor = await staff("onboarder");
    const id = await checked(actor, [complete(unique()).replace("02109", "ABC")]);
    const fix = { id, position: 1, notTwin: false };
    await fixRow(actor, { ...fix, values: { "company.address.postalCode": "02110" } });
    expect(await countVerdicts(actor, id)).toEqual({ good: 1, incomplete: 0, problem: 0 });
    expect(await fixRow(actor, { ...fix, position: 2, values: {} })).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

describe("drafts", () => {
  test("are made of the good rows, once, complete as they are and confirmed by nobody", async () => {
    const actor = await staff("onboarder");
    const name = unique();
    const id = await checked(actor, [complete(name), `${unique()},,,,,,,,,`, ",,,x,,,,,,"]);
    const both = await Promise.all([createDrafts(actor, id), createDrafts(actor, id)]);
    const [first, second] = both.map((made) => made.ok && made.value.runId);
    expect(first).toBe(second);
    const runId = first || "";
    expect(await getRun(actor, runId)).toMatchObject({ kind: "import", selected: 2 });
    await performRun(runId);
    const items = await itemsOf(runId);
    expect(items.map(({ state, patches }) => [state, patches])).toEqual([
      ["done", null],
      ["done", null],
    ]);
    const [whole, bare] = items.map(({ customerId }) => customerId);
    expect(await customerRow(whole ?? "")).toMatchObject({
      companyName: name,
      status: "DRAFT",
      country: "US",
      emails: ["help@harbor.example"],
      gaps: [],
      clientId: null,
    });
    expect((await customerRow(bare ?? "")).gaps.length).toBeGreaterThan(3);
    expect(await auditOf(whole ?? "")).toEqual(["onboarding.imported"]);
    expect(await mapColumns(actor, { id, mapping: [] })).toMatchObject({
      error: { code: "created_already" },
    });
    expect(await fixRow(actor, { id, position: 1, values: {}, notTwin: true })).toMatchObject({
      error: { code: "created_already" },
    });

    // Begun once more, as after a crash: still one draft.
    await db.execute(
      `update bulk_items set state = 'running', due_at = now() where run_id = '${runId}'`,
    );
    await performRun(runId);
    const made = await db.select().from(customers).where(eq(customers.companyName, name));
    expect(made).toHaveLength(1);
  });

  test("what looks like a formula is kept as it is", async () => {
    const actor = await staff("onboarder");
    const name = `=HYPERLINK("x") ${randomUUID().slice(0, 8)}`;
    const id = await checked(actor, [`"${name.replaceAll('"', '""')}",,,,,"+12 @Street",,,,`]);
    const made = await createDrafts(actor, id);
    const runId = made.ok ? made.value.runId : "";
    await performRun(runId);
    const [item] = await itemsOf(runId);
    expect((await customerRow(item?.customerId ?? "")).companyName).toBe(name);
    const kept = await db
      .select()
      .from(stepAnswers)
      .where(eq(stepAnswers.customerId, item?.customerId ?? ""));
    expect(kept).toMatchObject([{ answers: { address: { street: "+12 @Street" } } }]);
  });

  test("hold contacts, products and redirect URIs as the wizard would", async () => {
    const actor = await staff("onboarder");
    const header = "Company,Billing contact's email address,Products,redirect_uris";
    const line = `${unique()},bo@harbor.example,"Auth; identity","https://a.harbor.example/x https://b.harbor.example/y"`;
    const id = await checked(actor, [line], header);
    expect(await countVerdicts(actor, id)).toEqual({ good: 0, incomplete: 1, problem: 0 });
    const made = await createDrafts(actor, id);
    const runId = made.ok ? made.value.runId : "";
    await performRun(runId);
    const [item] = await itemsOf(runId);
    const kept = await db
      .select({ step: stepAnswers.step, answers: stepAnswers.answers })
      .from(stepAnswers)
      .where(eq(stepAnswers.customerId, item?.customerId ?? ""));
    const of = (step: string) => kept.find((row) => row.step === step)?.answers;
    expect(of("contacts")).toMatchObject({
      billing: { use: "theirs", email: "bo@harbor.example" },
      technical: { use: "ours" },
    });
    expect(of("products")).toMatchObject({ use: "chosen", products: ["auth", "identity"] });
    expect(of("redirect-uris")).toEqual({
      redirectUris: ["https://a.harbor.example/x", "https://b.harbor.example/y"],
    });
  });

  test("are not made where every row has a problem, which can be taken home with its reasons", async () => {
    const actor = await staff("onboarder");
    const id = await checked(actor, [",Nameless Inc.,,,,,,,,"]);
    expect(await createDrafts(actor, id)).toMatchObject({ error: { code: "no_good_rows" } });
    const [row] = await listProblemRows(actor, id);
    expect(row).toMatchObject({ problems: { "company.companyName": "Enter the company name" } });
    expect(row?.cells[1]).toBe("Nameless Inc.");
  });

  test("five thousand rows are judged within seconds", async () => {
    const actor = await staff("onboarder");
    const id = await checked(
      actor,
      Array.from({ length: 5_000 }, (_, place) => complete(`Crowd ${randomUUID()} ${place}`)),
    );
    expect(await countVerdicts(actor, id)).toMatchObject({ good: 5_000 });
    const { rows, next } = await listImportRows(actor, { id, after: 4_990, problemsOnly: false });
    expect([rows.length, next]).toEqual([10, null]);
  });
});

test("an upload ends after a week, with its rows", async () => {
  const actor = await staff("onboarder");
  const id = await checked(actor, [complete(unique())]);
  const [kept] = await db.select().from(imports).where(eq(imports.id, id));
  const days = ((kept?.dueAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(7);
  await sweepImport(id);
  expect(await getImport(actor, id)).toBeUndefined();
  expect(await rowsOf(actor, id)).toEqual([]);
});

test("a viewer uploads nothing", async () => {
  const upload = { name: "x.csv", bytes: Buffer.from("A,B\n1,2\n") };
  await expect(uploadImport(await staff("viewer"), upload)).rejects.toThrow(ForbiddenError);
});
