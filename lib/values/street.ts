import "server-only";
import { text } from "./text";
import type { Verdict } from "./verdict";

const postBox =
  /\bp\.? ?o\.? ?box\b|\bpost office box\b|\bpostfach\b|\bbo[iî]te postale\b|\bapartado\b/iu;

export function street(typed: string): Verdict {
  const verdict = text(typed, { label: "Street", ask: "Enter the street" });
  return postBox.test(verdict.value)
    ? {
        ...verdict,
        warning: "Banks may refuse a P.O. box. Enter the street address if there is one",
      }
    : verdict;
}
