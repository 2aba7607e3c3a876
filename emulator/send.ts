import { randomUUID } from "node:crypto";
import { ControlError } from "./control-error";
import type { SendInput, SignInput } from "./control-schema";
import { deliver, webhookHeaders } from "./deliveries";
import { currentKey, signBody } from "./signing";
import type { Store } from "./store";

/** Signs and sends any body, as often as asked; each sending is logged and none is retried. */
export async function sendByHand(store: Store, input: SendInput) {
  const url = input.url ?? store.setting("webhooks").url;
  if (!url) throw new ControlError(400, "no webhook destination: PUT /_emulator/webhooks first");
  const key = input.kid ? store.keys.get(input.kid) : currentKey(store, "production");
  if (!key) throw new ControlError(404, `no key ${input.kid}`);

  const raw = asText(input.body);
  const sign = () => signBody(key, raw, { claims: input.claims, header: input.jwt_header });
  const first = sign();
  const times = input.times ?? 1;
  const responses: { status: number | null; body: string; error: string | null }[] = [];
  let next = 0;

  async function sendAll(): Promise<void> {
    while (next < times) {
      const position = next++;
      const token = position === 0 || input.same_token ? first : sign();
      const { result } = await deliver(
        store,
        {
          webhook_id: randomUUID(),
          source: "send",
          url: String(url),
          raw,
          attempt: 1,
          kid: key?.kid ?? null,
          faults: [],
        },
        overridden(webhookHeaders(raw, token), input.header_overrides ?? {}),
      );
      responses[position] = result;
    }
  }

  await Promise.all(Array.from({ length: input.parallel ?? 1 }, sendAll));
  return responses;
}

/** Signs any body and sends nothing: for whoever sends it their own way. */
export function signByHand(store: Store, { body, claims }: SignInput) {
  const raw = asText(body);
  return { raw, token: signBody(currentKey(store, "production"), raw, { claims }) };
}

function asText(body: SendInput["body"]): string {
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}

/** Header names are compared without case; null takes a header away. */
function overridden(
  headers: Record<string, string>,
  overrides: Record<string, string | null>,
): Record<string, string> {
  const replaced = Object.keys(overrides).map((name) => name.toLowerCase());
  const kept = Object.entries(headers).filter(([name]) => !replaced.includes(name.toLowerCase()));
  const given = Object.entries(overrides).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries([...kept, ...given]);
}
