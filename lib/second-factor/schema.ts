import { z } from "zod/mini";

const bytes = z.string().check(z.maxLength(20_000), z.regex(/^[\w-]*$/));

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.pipe(
    z.unknown(),
    z.transform(() => ({})),
  ),
};

/** What a browser sends of a passkey's answer; no more of it is looked at than is verified. */
export const authenticationSchema = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

const transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

/** What it sends of one that was made. A transport nobody has heard of is none. */
export const registrationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.catch(z.array(transport).check(z.maxLength(10)), []),
  }),
});
