import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bankEvent } from "@/scripts/testing/deliveries";

export type SignedWebhook = { body: Buffer; token: string };

/** Plaid as far as thousands of webhooks need it: it signs them, tells its key, and knows no customer. */
export async function startPlaid() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomUUID();
  const jwk = { ...publicKey.export({ format: "jwk" }), alg: "ES256", kid, use: "sig" };
  const key = { ...jwk, created_at: unixSeconds(), expired_at: null };

  const server = createServer((request, response) => {
    const known = request.url === "/webhook_verification_key/get";
    response.writeHead(known ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify({ ...(known ? { key } : nobody), request_id: randomUUID() }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  function webhookAbout(clientId: string): SignedWebhook {
    const body = Buffer.from(JSON.stringify({ ...bankEvent({ clientId }), id: randomUUID() }));
    const sha256 = createHash("sha256").update(body).digest("hex");
    const claims = { iat: unixSeconds(), request_body_sha256: sha256 };
    const signed = `${encode({ alg: "ES256", kid, typ: "JWT" })}.${encode(claims)}`;
    const signature = sign("sha256", Buffer.from(signed), {
      key: privateKey,
      dsaEncoding: "ieee-p1363",
    });
    return { body, token: `${signed}.${signature.toString("base64url")}` };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    jwk,
    /** About these customers in turn; no two are the same. */
    webhooks: (count: number, clientIds: readonly string[]): SignedWebhook[] =>
      Array.from({ length: count }, (_, at) =>
        webhookAbout(clientIds[at % clientIds.length] ?? ""),
      ),
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const nobody = {
  error_type: "INVALID_INPUT",
  error_code: "CUSTOMER_NOT_FOUND",
  error_message: "customer not found",
  display_message: null,
};

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
