import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { callAction, serverActions } from "./actions";
import { expect, stack, test } from "./fixtures";

/*
 * Every route handler that takes a body and every server action, found in the sources and in the build:
 * what comes from elsewhere is refused, and what is too large is not read.
 */

/** They take what other programs send, and know it by a signature or a token. */
const openToAll = ["api/webhooks/plaid", "api/unsubscribe/[token]", "api/csp-reports"];

const posts = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .filter((file) => /export (async )?function (POST|PUT|PATCH|DELETE)/.test(read(file)))
  .map((file) => file.replace(/\/route\.ts$/, ""));

function read(file: string): string {
  return readFileSync(path.join("app", file), "utf8");
}

function addressOf(folder: string): string {
  return `/${folder}`
    .replaceAll(/\/\([a-z]+\)/g, "")
    .replace("[...nextauth]", "callback/email")
    .replace("[step]", "company")
    .replaceAll(/\[\w+\]/g, "nothing");
}

test.beforeEach(({ signIn }) => signIn("admin"));

test("no route does anything for a page of another site", async ({ request, context }) => {
  expect(posts).toEqual(expect.arrayContaining(openToAll));
  for (const folder of posts.filter((post) => !openToAll.includes(post))) {
    for (const origin of ["https://evil.example", "null"]) {
      const headers = { origin, "content-type": "image/png" };
      for (const client of [request, context.request]) {
        const answer = await client.post(addressOf(folder), { headers, data: "x" });
        expect(answer.status(), `${folder} for ${origin}`).toBe(403);
      }
    }
  }
});

test("no action does anything for a page of another site", async ({ context }) => {
  for (const action of serverActions().keys()) {
    for (const origin of ["https://evil.example", "null"]) {
      const call = { action, at: "/customers", args: [], headers: { origin } };
      const answer = await callAction(context.request, call);
      expect(answer.status(), `${action} for ${origin}`).toBe(403);
    }
  }
});

const TOO_MUCH = 6_000_000;

test("no route and no action reads more than it may, announced or not", async ({ context }) => {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const [action = ""] = serverActions().values();
  const targets = [
    ...posts.map((folder) => ({ address: addressOf(folder), headers: {} })),
    { address: "/customers", headers: { "next-action": action } },
    { address: "/customers", headers: {} },
  ];
  for (const { address, headers } of targets) {
    for (const announced of [true, false]) {
      const type = /logo$/.test(address) ? "image/png" : "multipart/form-data; boundary=x";
      const status = await postMuch(address, announced, {
        ...headers,
        cookie,
        "content-type": type,
        origin: stack().portalUrl,
      });
      const where = `${address}, ${announced ? "announced" : "in chunks"}`;
      expect.soft(status, where).toBeGreaterThanOrEqual(400);
      expect.soft(status, where).toBeLessThan(500);
    }
  }
});

/** Sends far more than any route takes. */
async function postMuch(
  address: string,
  announced: boolean,
  headers: Record<string, string>,
): Promise<number> {
  const asked = http.request(`${stack().portalUrl}${address}`, { method: "POST", headers });
  if (announced) asked.setHeader("content-length", TOO_MUCH);
  // A server that has answered may close what it does not want to read.
  asked.on("error", () => {});
  const answered = once(asked, "response") as Promise<[http.IncomingMessage]>;
  // Without a length it goes in chunks.
  asked.write(Buffer.alloc(TOO_MUCH / 2, "x"));
  asked.end(Buffer.alloc(TOO_MUCH / 2, "x"));
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode ?? 0;
}
