import { readFileSync } from "node:fs";
import { inDatabase } from "./database";
import { emulator, expect, type MadeCustomer, test } from "./fixtures";
import { makeLogs } from "./logs";
import { become, newPerson } from "./people";

test.describe.configure({ mode: "parallel" });

function eventOf({ clientId }: MadeCustomer, status = "processing") {
  return {
    webhook_type: "PARTNER",
    webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
    end_customer_client_id: clientId,
    environment: "production",
    institution_id: "ins_56",
    institution_name: "Chase",
    status,
  };
}

test("a webhook shows up by itself, says what it changed, and is replayed after a look", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  // Not enabled yet: no bank of its own moves it on meanwhile.
  const customer = await makeCustomer();
  await signIn("admin");
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(`/admin/webhooks?client=${customer.clientId}`);
  await connected;
  await emulator.setInstitution(customer.clientId, "ins_56", { status: "ON_HOLD" });
  const row = page.getByRole("row").filter({ hasText: "On hold" });
  await expect(row).toContainText("Verified");
  await expect(row).toContainText(customer.companyName);
  await row.getByRole("link", { name: /this webhook/ }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Webhook" })).toBeVisible();
  await expect(page.getByText(/^Chase: .+ became On hold$/)).toBeVisible();
  await expect(page.getByText("Passed")).toHaveCount(8);
  await emulator.setInstitution(customer.clientId, "ins_56", { status: "ENABLED", webhook: false });
  await page.getByRole("link", { name: "Replay", exact: true }).click();
  await expect(page.getByText("Would set Chase to Enabled")).toBeVisible();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await expect(page.getByText(/^Chase: On hold .+ became Enabled$/)).toBeVisible();
});

test("one delivery that comes three times is one line that says so", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const customer = await makeCustomer({ status: "ACTIVE" });
  await emulator.send({ body: eventOf(customer), times: 3, same_token: true });
  await signIn("admin");
  await page.goto(`/admin/webhooks?client=${customer.clientId}&verdict=duplicate`);
  await expect(page.getByRole("row").filter({ hasText: "Duplicate × 3" })).toHaveCount(1);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("a webhook with a signature out of time is explained, with its cause and the fix", async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const customer = await makeCustomer({ status: "ACTIVE" });
    const iat = Math.floor(Date.now() / 1_000) - 820;
    await emulator.send({ body: eventOf(customer), claims: { iat } });
    await signIn("admin");
    await page.goto("/admin/webhooks");
    await page.getByLabel("Verdict").selectOption("Rejected");
    await page.getByRole("button", { name: "Filter" }).click();
    const row = page.getByRole("row").filter({ hasText: "Signature out of time" }).first();
    await row.getByRole("link").click();
    await expect(page.getByText(/13 min 4\d s old\. This server’s clock is/)).toBeVisible();
    await expect(page.getByText("Set up time sync on this server")).toBeVisible();
    await expect(page.getByText("Passed")).toHaveCount(6);
    await expect(page.getByText("Failed here")).toHaveCount(1);
    await expect(page.getByText("Not reached")).toHaveCount(1);
  });

  test("what failed is counted, replayed together and followed", async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const customer = await makeCustomer({ status: "ACTIVE" });
    const { failed } = await makeLogs(customer.clientId);
    await signIn("admin");
    await page.goto("/admin/webhooks");
    await page.getByRole("link", { name: "Replay what failed" }).click();
    await page.getByLabel("Received since (UTC)").fill("2020-01-01");
    await page.getByRole("button", { name: "Count", exact: true }).click();
    await expect(page.getByText(/^\d+ failed, \d+ without a customer\.$/)).toBeVisible();
    await page.getByRole("button", { name: "Replay", exact: true }).click();
    await expect(page.getByText(/of \d+ worked on/)).toBeVisible();
    const verdict = async () => {
      const [row] = await inDatabase(
        (sql) => sql<{ verdict: string }[]>`select verdict from deliveries where id = ${failed}`,
      );
      return row?.verdict;
    };
    // Verified where Plaid changed that very bank when it was asked.
    await expect.poll(verdict, { timeout: 60_000 }).toMatch(/^(stale|verified)$/);
  });

  test("a call is found by its request_id, with a message for Plaid's support", async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const { id, companyName } = await makeCustomer();
    const [call] = await inDatabase(
      (sql) => sql<{ request_id: string }[]>`select request_id from partner_api_requests
        where customer_id = ${id} and endpoint = '/partner/customer/create'`,
    );
    const requestId = call?.request_id ?? "";
    await signIn("admin");
    await page.goto("/admin/requests");
    await page.getByRole("textbox", { name: "request_id" }).fill(requestId);
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page.getByRole("row")).toHaveCount(2);
    await expect(page.getByRole("row").last()).toContainText(companyName);
    await page.getByRole("link", { name: "/partner/customer/create" }).click();
    await expect(page.locator("#support-message")).toContainText(`request_id: ${requestId}`);
    // Names of fields are shown, and no answer of the customer's.
    await expect(page.getByText("legal_entity_name", { exact: true })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("Boston");
  });

  test("the audit log is narrowed, verified and exported", async ({ context, page }) => {
    const person = await newPerson("admin", "=Formula Person");
    await become(context, person, { proven: true });
    await page.goto("/admin/audit");
    await page.getByLabel("Action").selectOption("session.start");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page.getByRole("row").nth(1)).toContainText("signed in");
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: "Verify" }).click();
    await expect(page.getByText(/^[\d,]+ entries, unbroken since \d+ \w+ \d{4}$/)).toBeVisible();

    await page.goto(`/admin/audit?person=${person.userId}`);
    for (const [name, first] of [
      ["Export (CSV)", /^\ufeffseq,at,actor_kind/],
      ["Export (JSON lines)", /^\{"seq":\d+/],
    ] as const) {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      const text = readFileSync(await (await download).path(), "utf8");
      expect(text).toMatch(first);
      expect(text).toContain("audit.exported");
      if (name.includes("CSV")) expect(text).toContain("'=Formula Person");
    }
  });

  test("exporting the audit log takes a second factor", async ({ context, page }) => {
    await become(context, await newPerson("admin"), { proven: true });
    await inDatabase(
      (sql) => sql`update sessions set second_factor_at = now() - interval '20 minutes'
        where ip = '192.0.2.9' and user_id in (select id from users where name = 'Ada Anew' and role = 'admin')`,
    );
    await page.goto("/admin/audit");
    await page.getByRole("link", { name: "Export (CSV)" }).click();
    await expect(page).toHaveURL(/\/sign-in\/again\?returnTo=%2Fadmin%2Faudit/);
  });
});
