import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, createAttempts, customers } from "@/db/schema";
import { listActivity } from "@/lib/activity/queries";
import { ForbiddenError } from "@/lib/auth/actor";
import { getSentDetails } from "@/lib/customers/details";
import { staff } from "@/scripts/testing/actors";
import { readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { getChangeDraft, recordChange } from "./record";

const moved = {
  "address.countryCode": "CA",
  "address.street": "1 King Street",
  "address.city": "Toronto",
  "address.region": "ON",
  "address.postalCode": "M5H 1A1",
};

describe("a change made at Plaid", () => {
  test("is kept beside what was sent, with before, after and who recorded it", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    const [before] = await db
      .select()
      .from(createAttempts)
      .where(eq(createAttempts.customerId, id));
    const change = { customerId: id, item: "website" } as const;
    const draft = await getChangeDraft(onboarder, change);
    expect(draft?.values).toEqual({ website: "https://harbor.example" });

    const typed = { website: "harbor-pay.example" };
    expect((await recordChange(onboarder, { ...change, typed })).ok).toBe(true);
    expect(
      (await recordChange(onboarder, { customerId: id, item: "address", typed: moved })).ok,
    ).toBe(true);

    const details = await getSentDetails(onboarder, id);
    expect(details.answers.company).toMatchObject({
      website: "https://harbor-pay.example",
      address: { city: "Toronto", postalCode: "M5H 1A1" },
    });
    expect(details.sent?.answers.company).toMatchObject({
      website: "https://harbor.example",
      address: { city: "Boston" },
    });
    expect(details.sent?.payloadSha256).toBe(before?.payloadSha256);
    expect(details.recorded["company website"]?.by).toBe(onboarder.name);
    expect(details.recorded["company address.city"]?.by).toBe(onboarder.name);
    expect(details.recorded["company companyName"]).toBeUndefined();
    // The confirmations were about what was sent: they still count.
    expect(details.evidence.map(({ current }) => current)).toEqual([true, true]);
    expect(details.evidence[0]?.text).toContain("Inc.");

    const [row] = await db.select().from(customers).where(eq(customers.id, id));
    expect(row).toMatchObject({
      status: "PENDING_ENABLEMENT",
      website: "harbor-pay.example",
      gaps: [],
    });
    const { entries } = await listActivity(onboarder, id);
    const recorded = entries.filter(({ action }) => action === "customer.change_recorded");
    expect(recorded.map(({ details: { item } }) => item)).toEqual(["address", "website"]);
    expect(recorded[1]?.edits).toEqual([
      {
        ...{ step: "company", path: "website" },
        ...{ before: "https://harbor.example", after: "harbor-pay.example" },
      },
    ]);
  });

  test("of a contact that is emptied leads back to the partner's own", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    const typed = { "billing.givenName": "", "billing.familyName": "", "billing.email": "" };
    expect(
      (await recordChange(onboarder, { customerId: id, item: "billing-contact", typed })).ok,
    ).toBe(true);
    const { answers } = await getSentDetails(onboarder, id);
    expect(answers.contacts.billing.use).toBe("ours");
    expect(answers.contacts.technical.use).toBe("theirs");
  });

  test("is refused where it is wrong, changes nothing, or nothing was sent", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    const draft = await readyDraft(onboarder);
    const change = { customerId: id, item: "website" } as const;
    const refusals = [
      await recordChange(onboarder, { ...change, typed: { website: "javascript:alert(1)" } }),
      await recordChange(onboarder, { ...change, typed: { website: "https://harbor.example" } }),
      await recordChange(onboarder, { ...change, customerId: draft, typed: { website: "a.test" } }),
      await recordChange(onboarder, {
        ...change,
        customerId: "cus_0",
        typed: { website: "a.test" },
      }),
    ];
    expect(refusals).toMatchObject([
      { error: { code: "wrong", errors: { website: expect.any(String) } } },
      { error: { code: "unchanged" } },
      { error: { code: "not_sent" } },
      { error: { code: "not_found" } },
    ]);
    expect(await getChangeDraft(onboarder, { ...change, customerId: draft })).toBeUndefined();
    const acts = await db.select().from(auditEntries).where(eq(auditEntries.subject, id));
    expect(acts.filter(({ action }) => action === "customer.change_recorded")).toEqual([]);
  });

  test("is not a viewer's to record, and hides people from one", async () => {
    const viewer = await staff("viewer");
    const { id } = await sentCustomer(await staff("onboarder"));
    const change = { customerId: id, item: "website" } as const;
    await expect(recordChange(viewer, { ...change, typed: {} })).rejects.toThrow(ForbiddenError);
    await expect(getChangeDraft(viewer, change)).rejects.toThrow(ForbiddenError);
    const { sent } = await getSentDetails(viewer, id);
    expect(sent?.json).toBeNull();
    expect(JSON.stringify(sent)).not.toContain("ana@harbor.example");
  });
});
