import { z } from "zod";
import type { Answered } from "@/components/apply/press";

/** What the forms behind a mailed link have in common. Bound arguments come from the browser, too. */
export const boundToken = z.string().max(200);

export function typedCode(form: FormData): string {
  const code = form.get("code");
  return typeof code === "string" ? code : "";
}

/** Why no code was mailed. */
export function explainNoCode(code: "too_soon" | "too_many_codes"): Answered {
  if (code === "too_soon") {
    return { tone: "you", title: "A code is on its way. Wait 30 seconds before the next one" };
  }
  return {
    tone: "you",
    title: "Several codes were sent within 15 minutes",
    more: "Wait a quarter of an hour, then ask for another one.",
  };
}
