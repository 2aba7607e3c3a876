import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, users } from "@/db/schema";
import { recordStatus } from "@/lib/customers/status";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { type Staff, staff, system } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { readyDraft } from "@/scripts/testing/drafts";
import { handedIn } from "@/scripts/testing/invitations";
import { mailsTo } from "@/scripts/testing/reviews";
import { notifyTurn } from "./turn";

async function turnMails({ email }: Staff) {
  return (await mailsTo(email)).filter(({ template }) => template === "your-turn");
}

/** A customer of this person's, changed from one status to the next in its own transaction each. */
async function went(by: Parameters<typeof notifyTurn>[1], owner: Staff, statuses: string[]) {
  const customerId = await readyDraft(owner);
  for (const [place, status] of statuses.slice(1).entries()) {
    const from = statuses[place] ?? "";
    await db.transaction((tx) => notifyTurn(tx, by, { customerId, from, status }));
  }
  return customerId;
}

describe("a mail says that it is your turn", () => {
  test("once for each time the turn comes to us, whatever statuses follow", async () => {
    const owner = await staff("onboarder");
    const customerId = await went(system, owner, [
      ...["SUBMITTING", "PENDING_ENABLEMENT", "MORE_INFORMATION_NEEDED", "DENIED"],
      ...["UNDER_REVIEW", "DENIED"],
    ]);
    const mails = await turnMails(owner);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.parameters).toEqual({ customerId, userId: owner.userId });
  });

  test("when the customer hands in its answers", async () => {
    const owner = await staff("onboarder");
    await handedIn(owner);
    expect(await turnMails(owner)).toHaveLength(1);
  });

  test("when Plaid gives a status that waits for us, and not for what it repeats", async () => {
    const owner = await staff("onboarder");
    const [id = ""] = await addCustomers(owner, [{ status: "UNDER_REVIEW" }]);
    for (const status of ["UNDER_REVIEW", "DENIED", "DENIED"]) {
      const statement = { id, status, asOf: new Date(), unless: [] };
      await db.transaction((tx) => recordStatus(tx, system, statement));
    }
    expect(await turnMails(owner)).toHaveLength(1);
  });

  test("to whom it is assigned, else to who started it", async () => {
    const [owner, assignee] = [await staff("onboarder"), await staff("admin")];
    const customerId = await readyDraft(owner);
    await db
      .update(customers)
      .set({ assigneeId: assignee.userId })
      .where(eq(customers.id, customerId));
    const change = { customerId, from: "UNDER_REVIEW", status: "DENIED" };
    await db.transaction((tx) => notifyTurn(tx, system, change));
    expect(await turnMails(assignee)).toHaveLength(1);
    expect(await turnMails(owner)).toHaveLength(0);
  });
});

describe("nobody is mailed", () => {
  test("about what they did themselves", async () => {
    const owner = await staff("onboarder");
    const customerId = await readyDraft(owner);
    await submitForReview(owner, { customerId, addendumVersion: null });
    await went(owner, owner, ["SUBMITTING", "PENDING_ENABLEMENT"]);
    expect(await turnMails(owner)).toHaveLength(0);
  });

  test("when it is not our turn", async () => {
    const owner = await staff("onboarder");
    await went(system, owner, ["SUBMITTING", "UNDER_REVIEW", "ACTIVE", "REMOVED"]);
    await went(system, owner, ["UNDER_REVIEW", "INVENTED_BY_PLAID"]);
    expect(await turnMails(owner)).toHaveLength(0);
  });

  test.each([{ wantsTurnMails: false }, { suspendedAt: new Date() }])(
    "who is %j",
    async (change) => {
      const owner = await staff("onboarder");
      await db.update(users).set(change).where(eq(users.id, owner.userId));
      await went(system, owner, ["UNDER_REVIEW", "DENIED"]);
      expect(await turnMails(owner)).toHaveLength(0);
    },
  );
});
