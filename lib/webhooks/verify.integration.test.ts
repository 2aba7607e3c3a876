import { createHash, randomUUID } from "node:crypto";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { emulator } from "@/scripts/testing/context";
import { startReceiver } from "@/scripts/testing/receiver";
import { verifyDelivery } from "./verify";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
  await emulator.setWebhookUrl(receiver.url);
});
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.received.length = 0;
});

const event = {
  webhook_type: "PARTNER",
  webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
  end_customer_client_id: "634758733ebb4f00134b85ea",
  environment: "production",
  institution_id: "ins_56",
  institution_name: "Chase",
  status: "attention-required",
};

type Options = Omit<Parameters<typeof emulator.send>[0], "body">;

/** One webhook as it comes off the wire. */
async function receive(options: Options = {}, body: unknown = event) {
  await emulator.send({ body, ...options });
  const delivery = receiver.received.at(-1);
  if (!delivery) throw new Error("Nothing was delivered");
  const token = delivery.headers["plaid-verification"];
  return { body: delivery.body, token: typeof token === "string" ? token : null };
}

async function verdict({ body, token }: { body: Buffer; token: string | null }) {
  const result = await verifyDelivery(body, token);
  return result.ok ? "genuine" : result.error.code;
}

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

test("a genuine webhook is recognised by its raw bytes", async () => {
  const { body, token } = await receive();
  const result = await verifyDelivery(body, token);
  expect(result).toMatchObject({ ok: true, value: { keyId: expect.any(String) } });
  expect(body.toString()).toBe(JSON.stringify(event, null, 2));
});

// Guarantees that nobody hashes re-serialised JSON: Plaid signs the two-space form.
test("the same JSON written differently is not what was signed", async () => {
  const { token } = await receive();
  expect(await verdict({ body: Buffer.from(JSON.stringify(event)), token })).toBe("body_changed");
});

test("one changed byte is noticed", async () => {
  const { body, token } = await receive();
  const changed = Buffer.from(body.toString().replace("attention-required", "enabled"));
  expect(await verdict({ body: changed, token })).toBe("body_changed");
});

/** For each ECDSA signature (r, s) the pair (r, n − s) is just as good; this is the order n of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function otherSignature(token: string): string {
  const [header, claims, signature = ""] = token.split(".");
  const bytes = Buffer.from(signature, "base64url");
  const s = order - BigInt(`0x${bytes.subarray(32).toString("hex")}`);
  const other = Buffer.concat([
    bytes.subarray(0, 32),
    Buffer.from(s.toString(16).padStart(64, "0"), "hex"),
  ]);
  return `${header}.${claims}.${other.toString("base64url")}`;
}

test("a repeated delivery is the same delivery, also with a rewritten signature", async () => {
  const { body, token } = await receive();
  const first = await verifyDelivery(body, token);
  const rewritten = otherSignature(token ?? "");
  expect(rewritten).not.toBe(token);
  const second = await verifyDelivery(body, rewritten);
  if (!first.ok || !second.ok) throw new Error("both are genuine");
  expect(second.value.id).toBe(first.value.id);
});

test.each([
  ["298 seconds old", { claims: { iat: secondsAgo(298) } }, "genuine"],
  ["310 seconds old", { claims: { iat: secondsAgo(310) } }, "too_old"],
  ["a minute in the future", { claims: { iat: secondsAgo(-60) } }, "too_old"],
  ["a hash cut short", { claims: { request_body_sha256: "abcd" } }, "body_changed"],
  ["no hash", { claims: { request_body_sha256: null } }, "bad_signature"],
  ["another algorithm named", { jwt_header: { alg: "HS256" } }, "wrong_algorithm"],
  ["a key id that is no UUID", { jwt_header: { kid: "../../etc/passwd" } }, "header_malformed"],
  ["no signature", { header_overrides: { "plaid-verification": null } }, "header_missing"],
  ["garbage", { header_overrides: { "plaid-verification": "a.b.c" } }, "header_malformed"],
  [
    "a very long header",
    { header_overrides: { "plaid-verification": "x".repeat(5_000) } },
    "header_malformed",
  ],
] as [string, Options, string][])("%s: %3$s", async (_, options, expected) => {
  expect(await verdict(await receive(options))).toBe(expected);
});

test("a token signed by somebody else under Plaid's key id is refused", async () => {
  const { body, token } = await receive();
  const kid = JSON.parse(Buffer.from(token?.split(".")[0] ?? "", "base64url").toString()).kid;
  const { privateKey } = await generateKeyPair("ES256");
  const claims = { request_body_sha256: createHash("sha256").update(body).digest("hex") };
  const forged = await new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", kid })
    .setIssuedAt()
    .sign(privateKey);
  expect(await verdict({ body, token: forged })).toBe("bad_signature");
});

test("an unsigned token is refused", async () => {
  const body = Buffer.from("{}");
  expect(await verdict({ body, token: new UnsecuredJWT({}).setIssuedAt().encode() })).toBe(
    "header_malformed",
  );
});

test("a key Plaid does not know is asked about once, then remembered", async () => {
  const unknown = { jwt_header: { kid: randomUUID() } };
  const before = await keyRequests();
  const delivery = await receive(unknown);
  for (let time = 0; time < 5; time++) expect(await verdict(delivery)).toBe("unknown_key");
  expect((await keyRequests()) - before).toBe(1);
});

test("after a rotation both keys work until the old one expires", async () => {
  const old = await receive();
  await emulator.rotateKeys();
  const current = await receive();
  expect(await verdict(current)).toBe("genuine");
  expect(await verdict(old)).toBe("genuine");

  await emulator.rotateKeys({ expire_old: true });
  expect(await verdict(await receive())).toBe("genuine");
  expect(await verdict(current)).toBe("expired_key");
});

test("a burst under a new key asks for it once", async () => {
  await emulator.rotateKeys();
  const delivery = await receive();
  const before = await keyRequests();
  const verdicts = await Promise.all(Array.from({ length: 50 }, () => verdict(delivery)));
  expect(new Set(verdicts)).toEqual(new Set(["genuine"]));
  expect((await keyRequests()) - before).toBe(1);
});

test("a key that cannot be fetched is an outage, not a forgery, and is fetched later", async () => {
  await emulator.rotateKeys();
  await emulator.faults([{ endpoint: "/webhook_verification_key/get", kind: "500" }]);
  const delivery = await receive();
  expect(await verdict(delivery)).toBe("key_unavailable");
  await emulator.faults([]);
  expect(await verdict(delivery)).toBe("genuine");
});

// Guarantees that made-up key ids cannot spend our calls at Plaid. Last: these empty the allowance.
test("300 made-up key ids cause few look-ups", async () => {
  const before = await keyRequests();
  await makeUpKeys(300);
  expect((await keyRequests()) - before).toBeLessThanOrEqual(60);
});

test("while key ids are made up, a known key is asked for again", async () => {
  expect(await verdict(await receive())).toBe("genuine");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
  try {
    await makeUpKeys(100);
    const before = await keyRequests();
    const late = await receive({ claims: { iat: secondsAgo(0) } });
    expect(await verdict(late)).toBe("genuine");
    expect((await keyRequests()) - before).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

async function makeUpKeys(count: number): Promise<void> {
  const body = Buffer.from("{}");
  const { privateKey } = await generateKeyPair("ES256");
  for (let made = 0; made < count; made++) {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: "ES256", kid: randomUUID() })
      .setIssuedAt()
      .sign(privateKey);
    await verifyDelivery(body, token).catch(() => undefined);
  }
}

async function keyRequests(): Promise<number> {
  const requests = await emulator.requests<{ path: string }[]>();
  return requests.filter(({ path }) => path === "/webhook_verification_key/get").length;
}
