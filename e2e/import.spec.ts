import { expect, test } from "./fixtures";

const HEADER =
  "Company;Legal entity name;Website;Application name;Country;Street;City;State;ZIP;Support email address;Colour";

function line(name: string, zip = "02109"): string {
  return `${name};${name} Inc.;harbor.example;${name};United States;12 Harbor Street;Boston;MA;${zip};help@harbor.example;red`;
}

function csv(lines: string[]) {
  const buffer = Buffer.from(`\ufeff${[HEADER, ...lines].join("\r\n")}\r\n`, "utf16le");
  return { name: "customers.csv", mimeType: "text/csv", buffer };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a file becomes drafts: upload, match, put right, create", async ({ page, signIn }) => {
      const name = `Import ${Date.now()}`;
      await signIn("onboarder");
      await page.goto("/customers/import");

      await test.step("what is no CSV file is said at the field", async () => {
        await page.getByRole("button", { name: "Upload" }).click();
        await expect(page.getByText("Choose a CSV file")).toBeVisible();
        const wrong = { name: "table.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004") };
        await page.getByLabel("CSV file").setInputFiles(wrong);
        await page.getByRole("button", { name: "Upload" }).click();
        await expect(page.getByText(/This is not a CSV file/)).toBeVisible();
      });

      await test.step("how it was written is found, and its columns are matched", async () => {
        const rows = [line(`${name} A`), line(`${name} B`, "nowhere"), line(`${name} A`)];
        await page.getByLabel("CSV file").setInputFiles(csv(rows));
        await page.getByRole("button", { name: "Upload" }).click();
        await page.waitForURL(/\/customers\/import\/imp_\w+$/);
        await expect(page.getByText("UTF-16 with a semicolon between the columns")).toBeVisible();
        await expect(page.getByLabel("ZIP")).toHaveValue("company.address.postalCode");
        await expect(page.getByLabel("Colour")).toHaveValue("");
        await expect(page.getByText("Such as red")).toBeVisible();
      });

      await test.step("a choice that cannot be is refused, and kept", async () => {
        await page.getByLabel("Colour").selectOption("company.companyName");
        await page.getByRole("button", { name: "Check the rows" }).click();
        await expect(page.getByText("Two columns hold Company name")).toBeVisible();
        await expect(page.getByLabel("Colour")).toHaveValue("company.companyName");
        await page.getByLabel("Colour").selectOption("");
        await page.getByRole("button", { name: "Check the rows" }).click();
        await page.waitForURL(/\/check$/);
      });

      await test.step("problems are named where they stand, and put right there", async () => {
        await expect(page.getByText("1 of 3 rows can be created, of them 1")).toBeVisible();
        await page.getByRole("link", { name: "Problems only" }).click();
        await expect(page.getByRole("heading", { name: /^Row 1 / })).toHaveCount(0);
        await expect(page.getByText("The same names as row 1 of this file")).toBeVisible();
        const zip = page.getByLabel("Postal code");
        await expect(zip).toHaveValue("nowhere");
        await zip.fill("02110");
        await page.getByRole("button", { name: "Save row 2" }).click();
        await expect(
          page.getByRole("status").filter({ hasText: "Row 2 can be created" }),
        ).toBeVisible();
        await expect(zip).toHaveCount(0);
      });

      const problems = page.getByRole("link", { name: "Download 1 problem row" });
      const file = await page.request.get((await problems.getAttribute("href")) ?? "");
      expect(file.headers()["content-disposition"]).toContain(".csv");
      expect(await file.text()).toContain("The same names as row 1 of this file");

      await test.step("good rows become drafts, which are not sent", async () => {
        await page.getByRole("button", { name: "Create 2 drafts" }).click();
        await page.waitForURL(/\/runs\/run_\w+$/);
        await expect(async () => {
          if (!javaScriptEnabled) await page.reload();
          await expect(page.getByText("2 of 2: 2 done")).toBeVisible({ timeout: 2_000 });
        }).toPass();
        await page.getByRole("link", { name: `${name} B` }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} B`);
        await expect(page.getByText("Draft").first()).toBeVisible();
      });
    });
  });
}

test("a file too large is refused before it is sent", async ({ page, signIn }) => {
  await signIn("onboarder");
  await page.goto("/customers/import");
  const buffer = Buffer.alloc(5_300_000, "a");
  await page.getByLabel("CSV file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("Choose a file of 5 MB or less")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a file too large is said at the field", async ({ page, signIn }) => {
    await signIn("onboarder");
    await page.goto("/customers/import");
    const buffer = Buffer.alloc(5_300_000, "a");
    await page
      .getByLabel("CSV file")
      .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByText("Choose a file of 5 MB or less")).toBeVisible();
  });
});

test("the template's headings are all matched", async ({ page, signIn }) => {
  await signIn("onboarder");
  const template = await page.request.get("/customers/import/template");
  const buffer = Buffer.from(`${(await template.body()).toString("utf8")}${"x,".repeat(26)}x\r\n`);
  await page.goto("/customers/import");
  await page.getByLabel("CSV file").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.waitForURL(/\/customers\/import\/imp_\w+$/);
  for (const select of await page.getByRole("combobox").all()) {
    await expect(select).not.toHaveValue("");
  }
});
