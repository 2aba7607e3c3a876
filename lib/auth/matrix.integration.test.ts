import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations as links } from "@/db/schema";
import { staff, system } from "@/scripts/testing/actors";
import { applicantOf, fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { account } from "@/scripts/testing/matrix/account";
import { customers } from "@/scripts/testing/matrix/customers";
import { drafts } from "@/scripts/testing/matrix/drafts";
import { health } from "@/scripts/testing/matrix/health";
import { invitations } from "@/scripts/testing/matrix/invitations";
import { keys } from "@/scripts/testing/matrix/keys";
import { logs } from "@/scripts/testing/matrix/logs";
import { many } from "@/scripts/testing/matrix/many";
import { reviews } from "@/scripts/testing/matrix/reviews";
import { actors, type Rows, type Target, type Who } from "@/scripts/testing/matrix/row";
import { settings } from "@/scripts/testing/matrix/settings";
import { team } from "@/scripts/testing/matrix/team";
import { ForbiddenError } from "./actor";
import type { Actor } from "./model";

/*
 * Who may call what. Each function of lib that takes an actor stands in the table, with everybody who
 * gets through; all others must be refused by the function itself, before it looks at anything.
 */
const table: Rows = {
  ...account,
  ...customers,
  ...drafts,
  ...health,
  ...invitations,
  ...keys,
  ...logs,
  ...many,
  ...reviews,
  ...team,
  ...settings,
};

/** Parts of the functions above, which have authorised already; and what decides. */
const inside = [
  "actOn",
  "authorOf",
  "authorize",
  "authorizeAnswers",
  "authorizeApplicant",
  "requireFreshForFactors",
  "requireFreshSignIn",
  "recordCreated",
  "recordRefused",
  "recordUnknown",
  "refreshStatus",
  "settleEnabling",
];

test("every function that takes an actor stands in the table", () => {
  const taking =
    /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*actor: (?:Staff|Applicant)?Actor/g;
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => path.join("lib", file));
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(taking)].map(([, name = ""]) => name),
  );
  expect(found.toSorted()).toEqual([...Object.keys(table), ...inside].toSorted());
});

describe.each(Object.entries(table))("%s", (_, { call, may, told = [] }) => {
  test.each(may)("lets %s through", async (who) => {
    const { actor, target } = await situation(who);
    const answer = await call(actor, target);
    // An applicant has nothing but its own, so getting through has to mean that it works.
    if (actor.kind !== "applicant") return;
    expect(answer).toBeDefined();
    expect(answer).not.toMatchObject({ ok: false });
  });

  test.each(told)("tells %s nothing", async (who) => {
    const { actor, target } = await situation(who);
    const answer = await call(actor, target);
    if (answer !== undefined) expect(answer).toMatchObject({ ok: false });
  });

  const others = actors.filter((who) => !may.includes(who) && !told.includes(who));
  test.each(others)("refuses %s", async (who) => {
    const { actor, target } = await situation(who);
    await expect(call(actor, target)).rejects.toThrow(ForbiddenError);
  });
});

async function situation(who: Who): Promise<{ actor: Actor; target: Target }> {
  if (who === "the system") return { actor: system, target: { id: "cus_nobody" } };
  if (who === "viewer" || who === "onboarder" || who === "admin") {
    return { actor: await staff(who), target: { id: "cus_nobody" } };
  }
  const onboarder = await staff("onboarder");
  if (who === "applicant who submitted") {
    const { customerId, applicant } = await handedIn(onboarder);
    return { actor: applicant, target: { id: customerId } };
  }
  const { customerId, applicant } = await invited(onboarder);
  if (who === "applicant of another") {
    return { actor: applicant, target: { id: (await invited(onboarder)).customerId } };
  }
  if (who === "its applicant") await fillIn(applicant);
  else {
    const revoked = eq(links.id, applicant.invitationId);
    await db.update(links).set({ revokedAt: new Date() }).where(revoked);
  }
  return { actor: await applicantOf(applicant.invitationId), target: { id: customerId } };
}
