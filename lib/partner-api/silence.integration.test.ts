import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { partnerApiRequests } from "@/db/schema";
import { newId } from "@/lib/id";

/** A Partner API that misbehaves in ways the emulator does not; set before the client reads its address. */
let answer: (response: ServerResponse) => void;
const visited: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    visited.push(request.url ?? "");
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  process.env.PLAID_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask() {
  const { getEndCustomer } = await import("./client");
  const id = newId("cus");
  const error = await getEndCustomer(id, "any").then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const tries = await db
    .select({ attempt: partnerApiRequests.attempt })
    .from(partnerApiRequests)
    .where(eq(partnerApiRequests.customerId, id));
  return { error, tries: tries.length };
}

// Guarantees that our credentials are never carried to another address.
test("a redirect is not followed", async () => {
  answer = (response) => response.writeHead(307, { location: "/elsewhere" }).end();
  const { error } = await ask();
  expect(error).toMatchObject({ kind: "unavailable", code: "UNREADABLE_ANSWER", httpStatus: 307 });
  expect(visited).not.toContain("/elsewhere");
});

test.each([
  ["an answer without the customer", "{}"],
  ["a page of a gateway", "<html></html>"],
  ["an empty body", ""],
])("%s is no answer", async (_, body) => {
  answer = (response) => response.writeHead(200, { "content-type": "application/json" }).end(body);
  expect((await ask()).error).toMatchObject({ kind: "unavailable", code: "UNREADABLE_ANSWER" });
});

test("silence ends after ten seconds and is not waited for again", async () => {
  answer = () => {};
  const startedAt = performance.now();
  const { error, tries } = await ask();
  expect(error).toMatchObject({ kind: "unavailable", code: "TIMEOUT" });
  expect(tries).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});

test("an answer that never ends is cut off as well", async () => {
  answer = (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 1_000);
    response.once("close", () => clearInterval(drip));
  };
  expect((await ask()).error).toMatchObject({ kind: "unavailable", code: "TIMEOUT" });
});
