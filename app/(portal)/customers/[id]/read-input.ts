import { notFound } from "next/navigation";
import { isManual, type ManualItem } from "@/lib/launch/model";
import type { SecretKind } from "@/lib/secrets/model";

/** Bound arguments come from the browser, like everything else a form sends. */
export function readId(id: unknown): string {
  if (typeof id !== "string" || !/^[\w-]{1,64}$/.test(id)) notFound();
  return id;
}

export function readKind(kind: unknown): SecretKind {
  if (kind !== "sandbox" && kind !== "production") notFound();
  return kind;
}

export function readItem(item: unknown): ManualItem {
  if (typeof item !== "string" || !isManual(item)) notFound();
  return item;
}

const TEXT_LENGTH_MAX = 200;
const LINE_LENGTH_MAX = 2_100;

export function readText(form: FormData, field: string): string {
  return readLine(form, field).slice(0, TEXT_LENGTH_MAX);
}

/** As long as an address of the web may be, and a bit longer, so that its own rule can say so. */
export function readLine(form: FormData, field: string): string {
  const value = form.get(field);
  if (typeof value !== "string") return "";
  return value.replaceAll("\0", "").trim().slice(0, LINE_LENGTH_MAX);
}
