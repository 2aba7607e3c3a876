import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Length of a data key once it is wrapped: nonce, tag, key. */
const WRAPPED_BYTES = NONCE_BYTES + TAG_BYTES + KEY_BYTES;

export class SealError extends Error {
  override readonly name = "SealError";
}

/**
 * Seals a text with a fresh data key, itself wrapped by the first key of `SECRETS_KEYS`.
 * Layout: version, key id length, key id, wrapped key, nonce, tag, ciphertext; AES-256-GCM both times.
 *
 * @param place where the value lives (table, row, kind): a sealed value moved elsewhere does not open.
 */
export function seal(text: string, place: string): Buffer {
  const [current] = ring();
  if (!current) throw new SealError("SECRETS_KEYS is empty");
  const dataKey = randomBytes(KEY_BYTES);
  const id = Buffer.from(current.id);
  const head = Buffer.concat([Buffer.from([VERSION, id.length]), id]);
  const bound = boundTo(head, place);
  return Buffer.concat([
    head,
    encrypt(dataKey, current.key, bound),
    encrypt(Buffer.from(text), dataKey, bound),
  ]);
}

/** @throws SealError without saying why: changed, moved, cut or sealed with a key that is not here. */
export function unseal(sealed: Buffer, place: string): string {
  try {
    const idLength = sealed.readUInt8(1);
    const head = sealed.subarray(0, 2 + idLength);
    const id = head.subarray(2).toString();
    const keyEncryptionKey = ring().find((entry) => entry.id === id)?.key;
    if (sealed.readUInt8(0) !== VERSION || !keyEncryptionKey) throw new SealError();
    const bound = boundTo(head, place);
    const wrapped = sealed.subarray(head.length, head.length + WRAPPED_BYTES);
    const dataKey = decrypt(wrapped, keyEncryptionKey, bound);
    return decrypt(sealed.subarray(head.length + WRAPPED_BYTES), dataKey, bound).toString();
  } catch {
    throw new SealError("A sealed value could not be opened");
  }
}

/** The same text under the ring's first key, with a data key of its own. */
export function reseal(sealed: Buffer, place: string): Buffer {
  return seal(unseal(sealed, place), place);
}

/** Of the ring, the one that seals first. */
export function keyIds(): string[] {
  return ring().map(({ id }) => id);
}

function ring(): { id: string; key: Buffer }[] {
  return env()
    .SECRETS_KEYS.split(",")
    .map((entry) => {
      const [id = "", key = ""] = entry.split(":");
      return { id, key: Buffer.from(key, "base64") };
    });
}

function boundTo(head: Buffer, place: string): Buffer {
  return Buffer.concat([head, Buffer.from(place)]);
}

function encrypt(plain: Buffer, key: Buffer, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(sealed: Buffer, key: Buffer, bound: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bound).setAuthTag(tag);
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
}
