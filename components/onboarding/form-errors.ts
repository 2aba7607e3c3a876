import { set } from "react-hook-form";
import { isWithin } from "@/lib/answers/model";
import type { FieldErrors } from "@/lib/onboarding/model";

/** Dotted paths become the nested objects React Hook Form keeps. */
export function nestErrors(errors: FieldErrors): Record<string, object> {
  const nested: Record<string, object> = {};
  for (const [path, message] of Object.entries(errors)) {
    set(nested, path, { type: "server", message });
  }
  return nested;
}

/** The other way: first message per dotted path, in the order of the schema. */
export function flattenErrors(nested: object, path = ""): FieldErrors {
  if ("message" in nested && typeof nested.message === "string") {
    return { [path]: nested.message };
  }
  const errors: FieldErrors = {};
  for (const [name, inner] of Object.entries(nested)) {
    if (typeof inner !== "object" || inner === null) continue;
    // A list's own error lies under `root`, beside those of its rows.
    const deeper = name === "root" ? path : path ? `${path}.${name}` : name;
    Object.assign(errors, flattenErrors(inner, deeper));
  }
  return errors;
}

export type SummaryItem = { href: string; message: string };

/** One line per error, in the order of the fields on the page. */
export function toSummary(errors: FieldErrors, blank: object): SummaryItem[] {
  const order = pathsOf(blank);
  const placeOf = (path: string) =>
    order.findIndex((one) => isWithin(path, one) || isWithin(one, path));
  return Object.entries(errors)
    .map(([path, message]) => ({ href: `#${path}`, message, place: placeOf(path) }))
    .sort((a, b) => a.place - b.place)
    .map(({ href, message }) => ({ href, message }));
}

function pathsOf(blank: object, path = ""): string[] {
  return Object.entries(blank).flatMap(([name, inner]) => {
    const deeper = path ? `${path}.${name}` : name;
    const nested = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return nested ? pathsOf(inner, deeper) : [deeper];
  });
}
