import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import type { APIRequestContext, BrowserContext } from "@playwright/test";
import { bomb, chunk, png } from "@/scripts/testing/png";
import { expect, stack, test } from "./fixtures";

/* What is posted to the address of uploads by anything but the page, and what its pictures come with. */

const perfect = png();

function post(
  request: APIRequestContext,
  id: string,
  more: Record<string, string> = {},
  data = perfect,
) {
  const headers = { "content-type": "image/png", origin: stack().portalUrl, ...more };
  return request.post(`/api/onboardings/${id}/logo`, { headers, data, failOnStatusCode: false });
}

test("an onboarder's logo is stored and served so that it can do no harm", async ({
  context,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  const answer = await post(context.request, id);
  expect(answer.status()).toBe(201);
  const { sha256, bytes } = await answer.json();

  const served = await context.request.get(`/api/logos/${sha256}`);
  expect((await served.body()).length).toBe(bytes);
  expect(served.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/sandbox; default-src 'none'/),
    "content-disposition": expect.stringMatching(/^inline; filename="logo-[0-9a-f]{16}\.png"$/),
    "cache-control": "private, max-age=31536000, immutable",
    "cross-origin-resource-policy": "same-origin",
  });
  await context.clearCookies();
  const unseen = await context.request.get(`/api/logos/${sha256}`);
  expect(unseen.status()).toBe(401);
  expect(unseen.headers()["cache-control"]).toBe("no-store");
});

test("nobody else uploads, and not from elsewhere", async ({ context, signIn, makeCustomer }) => {
  const { id } = await makeCustomer({ status: "READY" });
  expect((await post(context.request, id)).status()).toBe(401);
  await signIn("viewer");
  expect((await post(context.request, id)).status()).toBe(403);
  await context.clearCookies();
  await signIn("onboarder");
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ]) {
    expect((await post(context.request, id, headers)).status()).toBe(403);
  }
  expect((await post(context.request, id, { "content-type": "text/plain" })).status()).toBe(415);
});

test("only a draft takes one", async ({ context, signIn, makeCustomer }) => {
  await signIn("onboarder");
  const sent = await makeCustomer({ status: "ACTIVE" });
  expect((await post(context.request, sent.id)).status()).toBe(409);
  expect((await post(context.request, "cus_nobody")).status()).toBe(404);
});

test("what is no logo is refused with the reason", async ({ context, signIn, makeCustomer }) => {
  const { id } = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  const hostile = png({
    extra: [chunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), bomb(1000)]))],
  });
  for (const [file, code] of [
    [Buffer.from("GIF89a"), "not_png"],
    [Buffer.concat([perfect, Buffer.from("<script>")]), "tail"],
    [hostile, "overfull"],
    [Buffer.alloc(0), "empty"],
  ] as const) {
    const answer = await post(context.request, id, {}, file);
    expect(answer.status()).toBe(422);
    expect((await answer.json()).code).toBe(code);
  }
});

test("too many bytes are refused, announced or not, and the connection stays good", async ({
  context,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  expect((await post(context.request, id, {}, Buffer.alloc(4_000_000))).status()).toBe(413);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await postInPieces(context, id, 5, agent)).toEqual({ status: 413, reused: false });
  expect(await postInPieces(context, id, 3, agent)).toEqual({ status: 422, reused: true });
  agent.destroy();
});

/** Without a length: only reading tells how much it is. */
async function postInPieces(context: BrowserContext, id: string, pieces: number, agent: Agent) {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = { "content-type": "image/png", origin: stack().portalUrl, cookie };
  const address = `${stack().portalUrl}/api/onboardings/${id}/logo`;
  const sent = httpRequest(address, { method: "POST", headers, agent });
  for (let piece = 0; piece < pieces; piece++) sent.write(Buffer.alloc(1_000_000));
  sent.end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  await once(answer.resume(), "end");
  return { status: answer.statusCode, reused: sent.reusedSocket };
}
