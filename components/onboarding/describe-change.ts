import type { FieldValue } from "@/lib/answers/model";
import type { Change } from "@/lib/drafts/model";

const VALUE_LENGTH_MAX = 80;

/** "Ana changed website to acme.io at 14:02." In the reader's own time: made in the browser only. */
export function describeChange({ label, value, by, at }: Change): string {
  return `${by} changed ${label} to ${inWords(value)} at ${clock(new Date(at))}.`;
}

function inWords(value: FieldValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = Array.isArray(value) ? value.join(", ") : value;
  if (text.trim() === "") return "nothing";
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
}

export function clock(at: Date): string {
  return at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
