import type { Page } from "@playwright/test";
import { steps } from "@/lib/onboarding/model";
import { expect, stack, test } from "./fixtures";
import { enter, makeInvitation } from "./invitations";

/** Everything a first view of a step may load, compressed, fonts, pictures and headers included. */
const STEP_BYTES_MAX = 180_000;

test("a step of the wizard loads little, and nothing from elsewhere", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  await weigh(
    page,
    steps.map((step) => `/onboardings/${id}/${step}`),
  );
});

test("an invited customer's phone loads no more than that", async ({ page }) => {
  const invitation = await makeInvitation({ stage: "filled" });
  await enter(page, invitation);
  const pages = ["company", "contacts", "support", "logo", "redirect-uris", "check"];
  await weigh(
    page,
    ["", ...pages.map((step) => `/${step}`)].map((step) => `${invitation.path}${step}`),
  );
});

/** Opens each page as if nothing of it had been loaded before. */
async function weigh(page: Page, paths: string[]): Promise<void> {
  const loaded = await watchTransfers(page);
  const lines: string[] = [];
  for (const path of paths) {
    await page.goto("about:blank");
    loaded.clear();
    await page.goto(path, { waitUntil: "networkidle" });
    const all = [...loaded.values()];
    const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
    const name = path.split("/").slice(3).join("/").padEnd(14);
    lines.push(`${name} ${(bytes / 1_000).toFixed(1)} KB in ${all.length} requests`);
    expect(bytes, path).toBeLessThanOrEqual(STEP_BYTES_MAX);
    for (const { url } of all)
      expect(url.startsWith(stack().portalUrl) || /^(data|blob):/.test(url), url).toBe(true);
  }
  process.stdout.write(`\nFirst view of each step:\n${lines.join("\n")}\n`);
}

type Transfer = { url: string; bytes: number };

/** As a browser counts what came over the wire, with nothing cached. */
async function watchTransfers(page: Page): Promise<Map<string, Transfer>> {
  const transfers = new Map<string, Transfer>();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.requestWillBeSent", ({ requestId, request }) =>
    transfers.set(requestId, { url: request.url, bytes: 0 }),
  );
  // What was cut short came over the wire too.
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.bytes += encodedDataLength;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.bytes = encodedDataLength;
  });
  return transfers;
}
