import { notFound } from "next/navigation";
import type { SecretKind } from "@/lib/customers/model";

/** Bound arguments come from the browser, like everything else a form sends. */
export function readId(id: unknown): string {
  if (typeof id !== "string" || !/^[\w-]{1,64}$/.test(id)) notFound();
  return id;
}

export function readKind(kind: unknown): SecretKind {
  if (kind !== "sandbox" && kind !== "production") notFound();
  return kind;
}

const LENGTH_MAX = 200;

export function readText(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value.replaceAll("\0", "").trim().slice(0, LENGTH_MAX) : "";
}
