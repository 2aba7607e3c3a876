import { once } from "node:events";
import http from "node:http";
import { type Portal, startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { expect, stack, test } from "./fixtures";

test("files of the build come compressed, and are kept for good", async ({ page, request }) => {
  await page.goto("/sign-in");
  const file = await page.locator("script[src]").first().getAttribute("src");
  const get = (encoding: string) =>
    request.get(file ?? "", { headers: { "accept-encoding": encoding } });

  const plain = await get("identity");
  expect(plain.headers()["content-encoding"]).toBeUndefined();
  for (const encoding of ["br", "gzip"]) {
    const answer = await get(`${encoding}, deflate`);
    expect(answer.headers()).toMatchObject({
      "content-encoding": encoding,
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
    expect(await answer.text()).toBe(await plain.text());
  }
});

test("a method that has no meaning here is refused", async () => {
  const asked = http.request(stack().portalUrl, { method: "TRACE" }).end();
  const [answer] = (await once(asked, "response")) as [http.IncomingMessage];
  expect(answer.statusCode).toBe(405);
  answer.resume();
});

test("told to stop, the portal ends streams and finishes what is under way", async ({
  context,
  signIn,
}) => {
  await signIn("viewer");
  const cookies = await context.cookies(stack().portalUrl);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const portal = await openPortal();
  const live = await fetch(`${portal.url}/api/live`, { headers: { cookie } });
  const events = live.text();
  const posted = await halfPosted(portal);

  const stopped = portal.stop({ timeoutMs: 20_000 });
  expect(await events).toContain("retry:");
  posted.end("half");

  const [answer] = (await once(posted, "response")) as [http.IncomingMessage];
  expect(answer.statusCode).toBe(401);
  answer.resume();
  await stopped;
  expect(await portal.ended).toBe(0);
});

/** A process of its own on the build and the database of the run. */
async function openPortal(): Promise<Portal> {
  const env = { ...process.env, ...stack().environment, WORKER: "off" };
  return startPortal({ port: await freePort(), mode: "start", env });
}

/** Its headers have arrived for certain: the server has asked for the rest. */
async function halfPosted(portal: Portal): Promise<http.ClientRequest> {
  const posted = http.request(`${portal.url}/api/webhooks/plaid`, {
    method: "POST",
    headers: { "content-length": 8, expect: "100-continue" },
  });
  posted.flushHeaders();
  await once(posted, "continue");
  posted.write("half");
  return posted;
}
