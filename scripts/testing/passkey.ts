import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Asked = { challenge: string };
type Place = { origin?: string; host?: string };

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** A passkey in software: answers what a browser is asked, from any origin. */
export function newPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(host: string, attested: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter++);
    const flags = attested.length > 0 ? 0x41 : 0x01;
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, attested]);
  }

  function attestedKey(): Buffer {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const point = (value: string) => new Uint8Array(Buffer.from(value, "base64url"));
    const cose = new Map<number, number | Uint8Array>([
      ...([[1, 2] as const, [3, -7] as const, [-1, 1] as const] as const),
      [-2, point(x)],
      [-3, point(y)],
    ]);
    const length = Buffer.from([0, id.length]);
    return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
  }

  const common = { id: base64(id), rawId: base64(id), type: "public-key" } as const;

  return {
    create(
      { challenge }: Asked,
      { origin = "http://localhost:3000", host = "localhost" }: Place = {},
    ): RegistrationResponseJSON {
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authenticatorData(host, attestedKey()))],
      ]);
      const attestationObject = base64(isoCBOR.encode(attestation as never));
      const clientDataJSON = base64(clientData("webauthn.create", challenge, origin));
      const response = { attestationObject, clientDataJSON };
      return { ...common, response, clientExtensionResults: {} };
    },

    answer(
      { challenge }: Asked,
      { origin = "http://localhost:3000", host = "localhost" }: Place = {},
    ): AuthenticationResponseJSON {
      const data = authenticatorData(host, Buffer.alloc(0));
      const client = clientData("webauthn.get", challenge, origin);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
      };
      return { ...common, response, clientExtensionResults: {} };
    },
  };
}
