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
  expect(await plain.text()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n(?!\/\/#)/);
  for (const encoding of ["br", "gzip"]) {
    const answer = await get(`${encoding}, deflate`);
    expect(answer.headers()).toMatchObject({
      "content-encoding": encoding,
      "content-type": "text/javascript",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
    expect(await answer.text()).toBe(await plain.text());
  }
});

test("the font comes as it is, with no more said than of a script", async ({ page, request }) => {
  await page.goto("/sign-in");
  const font = await page.locator("link[rel=preload][as=font]").getAttribute("href");
  const answer = await request.get(font ?? "", { headers: { "accept-encoding": "br" } });
  expect(Object.keys(answer.headers()).sort()).toEqual([
    "cache-control",
    "content-length",
    "content-type",
    "cross-origin-resource-policy",
    "date",
    "x-content-type-options",
  ]);
  expect(answer.headers()).toMatchObject({
    "content-type": "font/woff2",
    "cache-control": "public, max-age=31536000, immutable",
  });
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

test("behind a balancer that is late to turn away, a restart fails no request", async () => {
  const portal = await openPortal({ DRAIN_SECONDS: "1" });
  const agent = new http.Agent({ keepAlive: true });
  const statusOf = async (path: string) => {
    const asked = http.get(`${portal.url}${path}`, { agent });
    const [answer] = (await once(asked, "response")) as [http.IncomingMessage];
    answer.resume();
    await once(answer, "end");
    return answer.statusCode;
  };
  const answered: unknown[] = [];
  let noticedAt = Number.POSITIVE_INFINITY;
  const people = Array.from({ length: 4 }, async () => {
    while (performance.now() < noticedAt) answered.push(await statusOf("/sign-in"));
  });
  await expect.poll(() => answered.length).toBeGreaterThan(4);

  const stopped = portal.stop({ timeoutMs: 20_000 });
  await expect.poll(() => statusOf("/api/health/ready")).toBe(503);
  noticedAt = performance.now() + 2_500;
  await Promise.all(people);
  await stopped;
  expect(await portal.ended).toBe(0);
  expect(new Set(answered)).toEqual(new Set([200]));
});

/** A process of its own on the build and the database of the run. */
async function openPortal(variables = {}): Promise<Portal> {
  const env = { ...process.env, ...stack().environment, WORKER: "off", ...variables };
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
