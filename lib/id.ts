type Prefix =
  | "usr"
  | "ses"
  | "cus"
  | "att"
  | "try"
  | "dlv"
  | "req"
  | "mail"
  | "evt"
  | "link"
  | "edt"
  | "inv"
  | "dev"
  | "sub"
  | "rev"
  | "com"
  | "hov"
  | "hod"
  | "run"
  | "itm"
  | "imp"
  | "fac"
  | "rej"
  | "rpl"
  | "job";

/** `cus_01990f3e…`: readable in logs, ordered by creation (UUID version 7 without dashes), never guessable. */
export function newId(prefix: Prefix): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(Date.now() / 0x1_0000));
  view.setUint16(4, Date.now() % 0x1_0000);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return `${prefix}_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
