import "server-only";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import { productCodes } from "@/lib/products/model";
import { fail, type Result } from "@/lib/result";
import { country } from "@/lib/values/country";
import { email } from "@/lib/values/email";
import { phone } from "@/lib/values/phone";
import { text } from "@/lib/values/text";
import type { Verdict } from "@/lib/values/verdict";
import { webAddress } from "@/lib/values/web-address";
import { changeSettings } from "./change";
import type { Defaults, SaveError } from "./model";

type Say = Translate<"settings.errors">;

/** The partner's own details, used by every draft from now on. */
export async function saveDefaults(
  actor: Actor,
  { version, typed }: { version: number; typed: Defaults },
  t: Say,
): Promise<Result<null, SaveError>> {
  authorize(actor, "settings.manage");
  const { errors, values } = checkDefaults(typed, t);
  if (Object.keys(errors).length > 0) return fail({ code: "incorrect", errors });
  return db.transaction((tx) =>
    changeSettings(tx, actor, { version, values, action: "settings.defaults_changed" }),
  );
}

function checkDefaults(typed: Defaults, t: Say) {
  const errors: FieldErrors = {};
  const take = (field: keyof Defaults, { value, error }: Verdict): string => {
    if (error) errors[field] = error;
    return value;
  };
  /** What may be left out is null then. */
  const maybe = (field: keyof Defaults, verdict: Verdict) => take(field, verdict) || null;
  const page = (field: "supportContactUrl" | "supportLinkUpdateUrl") =>
    maybe(field, webAddress(typed[field], "en", { example: "https://example.com/help" }));
  const contact = (field: "technicalContact" | "billingContact") =>
    maybe(field, text(typed[field], "en", { named: t(`named.${field}`) }));
  const values = {
    partnerName: take(
      "partnerName",
      text(typed.partnerName, "en", {
        named: t("named.companyName"),
        ask: t("partnerName"),
      }),
    ),
    countryCode: take("countryCode", country(typed.countryCode, "en")),
    technicalContact: contact("technicalContact"),
    billingContact: contact("billingContact"),
    supportEmail: maybe(
      "supportEmail",
      typed.supportEmail ? email(typed.supportEmail, "en", "") : { value: "" },
    ),
    supportPhoneNumber: maybe(
      "supportPhoneNumber",
      phone(typed.supportPhoneNumber, "en", typed.countryCode),
    ),
    supportContactUrl: page("supportContactUrl"),
    supportLinkUpdateUrl: page("supportLinkUpdateUrl"),
    products: productCodes.filter((code) => typed.products.includes(code)),
    hasMonthlyCommitment: typed.hasMonthlyCommitment,
    accountSince: maybe("accountSince", pastDay(typed.accountSince, t)),
  };
  return { errors, values };
}

function pastDay(typed: string, t: Say): Verdict {
  const value = typed.trim();
  if (value === "") return { value };
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isSame(day, value)) {
    return { value, error: t("date") };
  }
  const early = value < "2013-01-01";
  const late = day.getTime() > Date.now();
  return early || late ? { value, error: t("accountSince") } : { value };
}

/** 31 February becomes a day of March. */
function isSame(day: Date, written: string): boolean {
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}
