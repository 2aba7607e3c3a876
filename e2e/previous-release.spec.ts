import { randomFrom } from "@/scripts/chaos/random";
import { makeCustomers, startWorld } from "@/scripts/chaos/world";
import { createLifetime } from "@/scripts/stack/lifetime";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { buildPreviousRelease, previousCommit } from "@/scripts/stack/previous-release";
import { runScript } from "@/scripts/stack/process";
import { temporaryFolder } from "@/scripts/testing/temporary";
import { expect, test } from "./fixtures";

// The first run installs and builds, beside another test.
test.setTimeout(600_000);

test("the code from before the newest migration works on today's schema", async ({ page }) => {
  const commit = previousCommit();
  test.skip(!commit, "git does not have the code from before the newest migration here");
  const folder = await buildPreviousRelease(commit ?? "");
  test.skip(!folder, "the packages of the code from before cannot be loaded here");
  const lifetime = createLifetime();
  try {
    const { path: dataDir } = await lifetime.start(async () => temporaryFolder("previous"));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const world = await startWorld(
      { random: randomFrom("previous"), smoke: true, note: () => {}, dataDir, lifetime },
      { portals: 0, environment: { AUTH_URL: url, WORKER: "on", NEXT_DIST_DIR: undefined } },
    );
    const { database, emulator, environment } = world;
    await emulator.setWebhookUrl(`${url}/api/webhooks/plaid`);
    const [customer] = await makeCustomers(world, "ACTIVE", 1);
    await lifetime.start(() =>
      startPortal({ port, mode: "start", env: environment, folder: folder ?? "" }),
    );

    const link = ["sign-in-link", "--email", "onboarder@demo.test"];
    await page.goto(await runScript("scripts/admin.ts", link, environment));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.goto(`${url}/customers`);
    await page.getByRole("link", { name: customer?.companyName ?? "" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      customer?.companyName ?? "",
    );

    await page.goto(`${url}/customers`);
    await page.getByRole("button", { name: "New end customer" }).click();
    await page.getByLabel("Company name").fill("Kept by the release before");
    await page.getByRole("button", { name: "Save and exit" }).click();
    await page.goto(`${url}/customers`);
    await expect(page.getByRole("link", { name: "Kept by the release before" })).toBeVisible();

    await emulator.setInstitution(customer?.clientId ?? "", "ins_56", { status: "ENABLED" });
    await expect
      .poll(
        () => database.sql`
          select i.status, d.state from institutions i, deliveries d
          where i.customer_id = ${customer?.id ?? ""} and i.institution_id = 'ins_56'`,
        { timeout: 30_000 },
      )
      .toContainEqual({ status: "ENABLED", state: "projected" });
  } finally {
    await lifetime.end();
  }
});
