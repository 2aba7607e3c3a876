import { notFound } from "next/navigation";
import { isManual, type ManualItem } from "@/lib/launch/model";
import type { SecretKind } from "@/lib/secrets/model";

/* Bound arguments come from the browser, like everything else a form sends. */

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

/** As it was typed. */
export function readRaw(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

export function readText(form: FormData, field: string): string {
  return readLine(form, field).slice(0, TEXT_LENGTH_MAX);
}

/** As long as an address of the web may be, and a bit longer, so that its own rule can say so. */
export function readLine(form: FormData, field: string): string {
  return readRaw(form, field).replaceAll("\0", "").trim().slice(0, LINE_LENGTH_MAX);
}

/** Null where none was chosen: its name is empty then, or what a browser's script makes of that. */
export function readFile(form: FormData, field: string): File | null {
  const file = form.get(field);
  if (!(file instanceof File)) return null;
  return file.size === 0 && !file.name.includes(".") ? null : file;
}
