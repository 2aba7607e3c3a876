import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import net, { type AddressInfo } from "node:net";
import path from "node:path";
import { expect, stack, test } from "./fixtures";
import { startOnboarding } from "./wizard";

/** The only files that reach out of the server: to the mail server, Plaid and the collector of telemetry. */
const reachingOut = ["lib/mail/deliver.ts", "lib/partner-api/client.ts", "lib/telemetry/sdk.ts"];

test("nothing but Plaid, mail, the database and a collector is reached from the server", () => {
  const files = ["lib", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.")),
  );
  const found = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    if (text.startsWith('"use client"')) return false;
    return /\bfetch\(|(from |import\()"((node:)?(https?|net|tls|dgram|http2|axios|nodemailer)|.*otlp-http)"/.test(
      text,
    );
  });
  expect(found.toSorted()).toEqual(reachingOut);
});

test("no address that somebody typed is ever asked for", async ({ page, context, signIn }) => {
  let connections = 0;
  const tripwire = net.createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  tripwire.listen(0, "127.0.0.1");
  await once(tripwire, "listening");
  const { port } = tripwire.address() as AddressInfo;
  const wires = ["https", "http"].map((scheme) => `${scheme}://127.0.0.1:${port}`);
  const [wire = ""] = wires;

  await signIn("onboarder");
  await startOnboarding(page);
  const [, id = ""] = /onboardings\/(\w+)\//.exec(page.url()) ?? [];
  const patches: Record<string, object> = {
    company: { companyName: "Tripwire", website: `${wire}/website` },
    support: { contactUrl: `${wire}/contact`, linkUpdateUrl: `${wire}/update` },
    "redirect-uris": { redirectUris: wires.map((one) => `${one}/callback`) },
    contacts: { "technical.email": `a@127.0.0.1:${port}` },
  };
  const headers = { origin: stack().portalUrl };
  for (const [step, patch] of Object.entries(patches)) {
    const data = { editor: "tripwire", seq: 1, base: 1, patch };
    const saved = await context.request.post(`/api/onboardings/${id}/answers/${step}`, {
      data,
      headers,
    });
    expect(saved.status(), step).toBe(200);
  }
  for (const step of ["company", "contacts", "support", "logo", "redirect-uris", "check"]) {
    await page.goto(`/onboardings/${id}/${step}`);
  }
  await page.goto(`/onboardings/${id}/company`);
  await expect(page.getByLabel("Website")).toHaveValue(`${wire}/website`);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();

  await page.goto("/customers/import");
  const table = `Company;Website;Redirect URIs\r\nTripwire file;${wire}/file;${wire}/back\r\n`;
  const file = { name: "tripwire.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.waitForURL(/\/check$/);

  expect(connections).toBe(0);
  // The wire would have told.
  await once(net.connect(port, "127.0.0.1"), "close");
  expect(connections).toBe(1);
  tripwire.close();
});
