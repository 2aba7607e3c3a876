import { emulator, expect, test } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("chosen customers are enabled together, and what failed is tried again", async ({
      page,
      signIn,
      makeCustomer,
    }) => {
      test.setTimeout(180_000);
      const name = `Together ${Date.now()}`;
      const good = await makeCustomer({ name: `${name} A` });
      const bad = await makeCustomer({ name: `${name} B` });
      await makeCustomer({ name: `${name} C`, status: "READY" });
      await emulator.addFault({
        endpoint: "/partner/customer/enable",
        kind: "partner-error",
        code: "QUESTIONNAIRE_NOT_COMPLETE",
        containing: bad.clientId,
        times: 1,
      });
      await signIn("admin");
      await page.goto(`/customers?q=${encodeURIComponent(name)}`);
      await page.getByRole("checkbox", { name: `Select ${good.companyName}` }).check();
      await page.getByRole("checkbox", { name: /^Select all .+ that match$/ }).check();
      await page.getByRole("button", { name: "Enable…" }).click();
      await page.waitForURL(/\/runs\/run_\w+$/);

      await test.step("nothing happens before the question is answered", async () => {
        const question = page.getByRole("heading", { level: 1 });
        await expect(question).toHaveText("Enable 2 customers in Production?");
        await expect(page.getByText("2 of 3 chosen customers can be enabled")).toBeVisible();
        await expect(page.getByText("Calls to Plaid become billable.")).toBeVisible();
        if (javaScriptEnabled) {
          await expect(page.getByRole("button", { name: "Not now" })).toBeFocused();
        }
        await page.getByRole("button", { name: "Enable in Production" }).click();
      });

      const until = (text: string) =>
        expect(async () => {
          if (!javaScriptEnabled) await page.reload();
          await expect(page.getByText(text)).toBeVisible({ timeout: 3_000 });
        }).toPass({ timeout: 90_000 });
      await until("2 of 2: 1 done, 1 failed");
      await page.getByRole("link", { name: "Problems only" }).click();
      const row = page.getByRole("row").filter({ hasText: bad.companyName });
      await expect(row).toContainText("questionnaire");
      await expect(page.getByRole("row").filter({ hasText: good.companyName })).toHaveCount(0);

      const results = page.getByRole("link", { name: "Download results (CSV)" });
      const file = await page.request.get((await results.getAttribute("href")) ?? "");
      expect(await file.text()).toContain(`${bad.companyName},${bad.id},${bad.clientId},Failed`);

      await page.getByRole("button", { name: "Retry failed" }).click();
      await until("2 of 2: 2 done");
      await page.goto(`/customers/${bad.id}`);
      await expect(page.getByText("Live in Production").first()).toBeVisible();
    });
  });
}

test("rows are ticked in a range, counted, and let go", async ({ page, signIn, makeCustomer }) => {
  const name = `Range ${Date.now()}`;
  for (const which of ["A", "B", "C", "D"]) {
    await makeCustomer({ name: `${name} ${which}`, status: "INVITED" });
  }
  await signIn("onboarder");
  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  const box = (which: string) => page.getByRole("checkbox", { name: `Select ${name} ${which}` });
  const bar = page.getByRole("form", { name: "Selected customers" });
  await expect(bar).toBeHidden();
  const order = await page.getByRole("checkbox", { name: new RegExp(`^Select ${name}`) }).all();
  await order[0]?.check();
  await order[2]?.click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 selected");
  await expect(page.getByRole("status").filter({ hasText: "3 selected" })).toHaveCount(1);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const file = await (await downloading).createReadStream();
  const lines = (await file.toArray()).join("").trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(bar).toBeHidden();

  await box("B").check();
  await page.getByRole("button", { name: "Remind" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Remind 1 customer?");
  await page.getByRole("button", { name: "Not now" }).click();
  await page.waitForURL(/\/customers$/);

  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  await box("B").check();
  await page.getByRole("button", { name: "Enable…" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("There is nothing to do");
});

for (const width of [320, 1280]) {
  test(`nothing that has the focus lies under the bar of what is selected, at ${width} px`, async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const name = `Under ${width} ${Date.now()}`;
    for (const which of ["A", "B", "C", "D"]) {
      await makeCustomer({ name: `${name} ${which}`, status: "INVITED" });
    }
    await signIn("onboarder");
    await page.setViewportSize({ width, height: 640 });
    await page.goto(`/customers?q=${encodeURIComponent(name)}`);
    const [first, ...others] = await page
      .getByRole("checkbox", { name: new RegExp(`^Select ${name}`) })
      .all();
    await first?.press("Space");
    const bar = page.getByRole("form", { name: "Selected customers" });
    await expect(bar).toContainText("1 selected");
    for (const box of others) {
      while (!(await box.evaluate((element) => element === document.activeElement))) {
        await page.keyboard.press("Tab");
        const focused = await page.locator(":focus").boundingBox();
        const inBar = await bar.evaluate((form) => form.contains(document.activeElement));
        const top = (await bar.boundingBox())?.y ?? 0;
        if (!inBar) expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(top);
      }
    }
  });
}

test("who may only look selects nothing", async ({ page, signIn, makeCustomer }) => {
  const customer = await makeCustomer();
  await signIn("viewer");
  await page.goto(`/customers?q=${encodeURIComponent(customer.companyName)}`);
  await expect(page.getByRole("link", { name: customer.companyName, exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});
