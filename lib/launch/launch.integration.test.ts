import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, launchTicks } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { enableCustomer } from "@/lib/customers/enable";
import { revealSecret } from "@/lib/secrets/reveal";
import { staff } from "@/scripts/testing/actors";
import { completeAnswers, sentCustomer } from "@/scripts/testing/drafts";
import { getLaunch } from "./queries";
import { tickLaunch, untickLaunch } from "./tick";

const dtm = { item: "dtm", note: "", link: "" } as const;

async function actionsOf(subject: string): Promise<string[]> {
  const rows = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, subject))
    .orderBy(auditEntries.seq);
  return rows.map(({ action }) => action).filter((action) => action.startsWith("launch."));
}

test("what our own data tells ticks itself", async () => {
  const admin = await staff("admin");
  const answers = completeAnswers();
  answers["redirect-uris"].redirectUris = ["https://harbor.example/oauth"];
  const { id } = await sentCustomer(admin, answers);
  const doneOf = async () =>
    (await getLaunch(admin, id)).filter(({ done }) => done?.by === "data").map(({ item }) => item);

  expect(await doneOf()).toEqual(["redirect_uris", "support_info"]);
  await revealSecret(admin, id, "sandbox");
  await enableCustomer(admin, id);
  expect(await doneOf()).toEqual(["sandbox_key", "redirect_uris", "support_info", "enabled"]);
});

test("a person ticks the rest with a note and a link, says so again, and takes it back", async () => {
  const onboarder = await staff("onboarder");
  const { id } = await sentCustomer(onboarder);
  const done = async () =>
    (await getLaunch(onboarder, id)).find(({ item }) => item === "dtm")?.done;

  await tickLaunch(onboarder, { customerId: id, ...dtm });
  await tickLaunch(onboarder, {
    ...{ customerId: id, item: "dtm" },
    ...{ note: " Published by Ana ", link: "dashboard.plaid.com/link" },
  });
  expect(await done()).toMatchObject({
    by: "person",
    name: onboarder.name,
    note: "Published by Ana",
    link: "https://dashboard.plaid.com/link",
  });
  expect((await untickLaunch(onboarder, { customerId: id, item: "dtm" })).ok).toBe(true);
  expect(await done()).toBeNull();
  expect(await untickLaunch(onboarder, { customerId: id, item: "dtm" })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  expect(await actionsOf(id)).toEqual(["launch.ticked", "launch.ticked", "launch.unticked"]);
});

test("what is no address of the web, is known already or belongs to nobody is refused", async () => {
  const onboarder = await staff("onboarder");
  const { id } = await sentCustomer(onboarder);
  const refusals = [
    await tickLaunch(onboarder, { customerId: id, ...dtm, link: "javascript:alert(1)" }),
    await tickLaunch(onboarder, { customerId: id, ...dtm, item: "support_info" }),
    await tickLaunch(onboarder, { customerId: "cus_nobody", ...dtm }),
  ];
  expect(refusals.map((result) => !result.ok && result.error.code)).toEqual([
    "bad_link",
    "known",
    "not_found",
  ]);
  expect(await db.select().from(launchTicks).where(eq(launchTicks.customerId, id))).toEqual([]);
  expect(await actionsOf(id)).toEqual([]);
});

test("a viewer reads the list and ticks nothing", async () => {
  const viewer = await staff("viewer");
  const { id } = await sentCustomer(await staff("onboarder"));
  expect(await getLaunch(viewer, id)).toHaveLength(7);
  await expect(tickLaunch(viewer, { customerId: id, ...dtm })).rejects.toThrow(ForbiddenError);
  await expect(untickLaunch(viewer, { customerId: id, item: "dtm" })).rejects.toThrow(
    ForbiddenError,
  );
});
