import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  applicantDevices,
  bulkItems,
  bulkRuns,
  createAttempts,
  handoverDevices,
  handovers,
  importRows,
  imports,
  launchTicks,
  mails,
  reviews,
  secrets,
  submissions,
} from "@/db/schema";
import { forwardSections } from "@/lib/applicants/forwards";
import { recordAudit } from "@/lib/audit/record";
import { createHandover } from "@/lib/handovers/create";
import { newId } from "@/lib/id";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import type { Staff } from "./actors";
import { completeAnswers, confirm, wholeStep } from "./drafts";
import { fillIn, invited } from "./invitations";
import { approval, comment, decide, request } from "./reviews";

/** A value for each place that can hold data of a person; none occurs anywhere else. */
export type Marks = Record<string, string>;

/** A draft handed in by somebody of the customer, with a mark wherever a person left a trace. */
export async function plantedDraft(admin: Staff) {
  const marks: Marks = {};
  const mark = (place: string): string => {
    const value = `zq${randomUUID().replaceAll("-", "")}`;
    marks[place] = value;
    return value;
  };
  const address = (place: string) => `${mark(place)}@planted.example`;
  const origin = { ip: mark("origin ip"), userAgent: mark("origin browser") };
  const { customerId, applicant } = await invited(admin, {
    ...{ name: mark("invited name"), email: address("invited email"), message: mark("message") },
    acceptsAddendum: true,
  });
  const guest = { ...applicant, origin };
  const { invitationId } = guest;
  await db.insert(applicantDevices).values({
    ...{ invitationId, invitationVersion: 1, tokenHash: randomUUID() },
    ...{ ip: mark("device ip"), userAgent: mark("device browser") },
  });

  const plain = completeAnswers();
  const answers = {
    ...plain,
    company: {
      ...plain.company,
      address: { ...plain.company.address, street: mark("street"), city: mark("city") },
    },
    contacts: {
      technical: {
        ...{ use: "theirs" as const, givenName: mark("given"), familyName: mark("family") },
        email: address("technical email"),
      },
      billing: {
        ...{ use: "theirs" as const, givenName: mark("given 2"), familyName: mark("family 2") },
        email: address("billing email"),
      },
    },
    support: { ...plain.support, email: address("first support email") },
  };
  await fillIn(guest, answers);
  const later = { email: address("support email") };
  await saveStep(guest, wholeStep(customerId, "support", later, { base: 1 }));
  await saveStep(admin, wholeStep(customerId, "products", plain.products));
  await forwardSections(guest, {
    ...{ name: mark("colleague"), email: address("colleague email"), steps: ["support"] },
  });
  const handIn = () => submitForReview(guest, { customerId, addendumVersion: 1 });
  if (!(await handIn()).ok) throw new Error("Nothing was handed in");
  await comment(admin, customerId, { body: mark("question") });
  await comment(admin, customerId, { body: mark("note"), internal: true });
  await decide(admin, customerId, request);
  await saveStep(
    guest,
    wholeStep(
      customerId,
      "company",
      { ...answers.company, website: "https://other.example" },
      { base: 1 },
    ),
  );
  if (!(await handIn()).ok) throw new Error("Nothing was handed in again");
  await plantInLog(mark, { customerId, guest });
  await plantInFiles(mark, customerId, admin);
  const words = mark("refusal");
  await db.update(mails).set({ refusal: words }).where(eq(mails.invitationId, invitationId));
  return { customerId, invitationId, marks, mark, address };
}

type Mark = (place: string) => string;

async function plantInLog(
  mark: Mark,
  { customerId, guest }: { customerId: string; guest: Parameters<typeof recordAudit>[1] },
): Promise<void> {
  if (guest.kind !== "applicant") throw new Error("Only an applicant is planted");
  const origin = { ip: mark("logged ip"), userAgent: mark("logged browser") };
  await db.transaction((tx) =>
    recordAudit(
      tx,
      { ...guest, origin },
      { action: "invitation.opened_again", subject: customerId },
    ),
  );
}

/** As if the customer had come from a file of this week. */
async function plantInFiles(mark: Mark, customerId: string, admin: Staff): Promise<void> {
  const { userId, authenticatedAt, origin } = admin;
  const [run] = await db
    .insert(bulkRuns)
    .values({ kind: "import", selected: 1, userId, authenticatedAt, ...origin })
    .returning({ id: bulkRuns.id });
  const runId = run?.id ?? "";
  const patches = { contacts: { "technical.email": mark("patch") } };
  await db.insert(bulkItems).values({ runId, position: 1, customerId, companyName: "", patches });
  const importId = newId("imp");
  await db.insert(imports).values({
    ...{
      id: importId,
      fileName: "customers.csv",
      encoding: "utf-8",
      delimiter: ",",
      userId,
      runId,
    },
    ...{ header: ["Email"], rowCount: 1 },
  });
  await db.insert(importRows).values({
    ...{ importId, position: 1, cells: [mark("cell")], fixes: { "0": mark("fix") } },
  });
}

/** The same, approved and sent, with keys handed over. */
export async function plantedCustomer(admin: Staff) {
  const draft = await plantedDraft(admin);
  const { customerId, mark, address } = draft;
  await decide(admin, customerId, approval);
  await confirm(admin, customerId);
  const sent = await submitOnboarding(admin, customerId);
  if (!sent.ok) throw new Error(`The customer was not created: ${sent.error.code}`);
  const ofCustomer = eq(createAttempts.customerId, customerId);
  await db
    .update(createAttempts)
    .set({ errorMessage: mark("Plaid's words") })
    .where(ofCustomer);
  await plantRejection(mark, customerId, admin);
  const made = await createHandover(admin, {
    ...{ customerId, kinds: ["sandbox", "production"], language: "en" },
    ...{ name: mark("recipient"), email: address("recipient email") },
  });
  if (!made.ok) throw new Error(`No link was made: ${made.error.code}`);
  const handoverId = made.value.id;
  await db.insert(handoverDevices).values({
    ...{ handoverId, tokenHash: randomUUID() },
    ...{ ip: mark("recipient's device ip"), userAgent: mark("recipient's device browser") },
  });
  await db
    .update(handovers)
    .set({
      ...{ revealedAt: sql`now()`, revealedDevice: mark("revealed device") },
      ...{ revealedIp: mark("revealed ip"), revealedUserAgent: mark("revealed browser") },
    })
    .where(eq(handovers.id, handoverId));
  await db
    .update(secrets)
    .set({ revealedAt: sql`now()`, revealedIp: mark("secret's ip") })
    .where(eq(secrets.customerId, customerId));
  const recipient = {
    ...{ kind: "recipient" as const, handoverId },
    origin: { ip: mark("recipient's ip"), userAgent: mark("recipient's browser") },
  };
  await db.transaction((tx) =>
    recordAudit(tx, recipient, { action: "handover.revealed", subject: customerId }),
  );
  await db.insert(launchTicks).values({
    ...{ customerId, item: "dtm", tickedBy: admin.userId },
    ...{ note: mark("launch note"), link: mark("launch link") },
  });
  return { ...draft, handoverId };
}

/** Of an earlier day: a rejected draft is not sent. */
async function plantRejection(mark: Mark, customerId: string, admin: Staff): Promise<void> {
  const { userId, name: userName, authenticatedAt, origin } = admin;
  const [handedIn] = await db
    .select({ id: submissions.id, answers: submissions.answers, sha: submissions.answersSha256 })
    .from(submissions)
    .where(eq(submissions.customerId, customerId))
    .orderBy(desc(submissions.at))
    .limit(1);
  if (!handedIn) throw new Error("Nothing was handed in");
  await db.insert(reviews).values({
    ...{ customerId, submissionId: handedIn.id, decision: "rejected", reasonCode: "other" },
    ...{ reason: mark("reason"), answers: handedIn.answers, answersSha256: handedIn.sha },
    ...{ userId, userName, authenticatedAt, ...origin },
  });
}

/** Every row of every table, as one text. */
export async function dumpDatabase(): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.execute<{ row: string }>(
      sql`select t::text as row from ${sql.raw(name)} as t`,
    );
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

/** Places whose marks are found in a dump, as they were typed or as bytes. */
export function found(marks: Marks, dump: string): string[] {
  return Object.entries(marks)
    .filter(([, mark]) => dump.includes(mark) || dump.includes(Buffer.from(mark).toString("hex")))
    .map(([place]) => place);
}
