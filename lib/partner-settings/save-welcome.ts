import "server-only";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import { fail, type Result } from "@/lib/result";
import { email } from "@/lib/values/email";
import { text } from "@/lib/values/text";
import { changeSettings } from "./change";
import { GREETING_MAX, type SaveError, type Welcome } from "./model";

/** What invited customers meet of the partner, in mails and behind their links, from now on. */
export async function saveWelcome(
  actor: Actor,
  { version, typed }: { version: number; typed: Welcome },
  t: Translate<"settings.errors">,
): Promise<Result<null, SaveError>> {
  authorize(actor, "settings.manage");
  const contact = typed.contactEmail.trim() ? email(typed.contactEmail, "en", "") : { value: "" };
  const greeting = text(typed.greeting, "en", {
    named: t("named.greeting"),
    lengthMax: GREETING_MAX,
  });
  if (contact.error || greeting.error) {
    const errors = {
      ...(contact.error && { contactEmail: contact.error }),
      ...(greeting.error && { greeting: greeting.error }),
    };
    return fail({ code: "incorrect", errors });
  }
  const values = { contactEmail: contact.value || null, greeting: greeting.value };
  return db.transaction((tx) =>
    changeSettings(tx, actor, { version, values, action: "settings.welcome_changed" }),
  );
}
