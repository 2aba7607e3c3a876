import "server-only";
import { z } from "zod";
import { languages } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { answerSteps, type FieldErrors } from "@/lib/onboarding/model";
import { fail, ok, type Result } from "@/lib/result";
import { email } from "@/lib/values/email";
import { text } from "@/lib/values/text";
import type { Verdict } from "@/lib/values/verdict";
import { fillers, lifetime, MESSAGE_LENGTH_MAX } from "./model";

/** While it is today anywhere, it is not over. */
const LATEST_ZONE_MS = 12 * 3_600_000;

const { sayOfInvitation: say } = wordsIn("en");

const address = judged((typed) => {
  const verdict = email(typed, "en", say("errors.email"));
  return { ...verdict, value: verdict.value.toLowerCase() };
});

const CHOOSE = { error: say("errors.fillers") };

const DAYS = { error: say("errors.lifetimeDays", { min: lifetime.min, max: lifetime.max }) };

/** Whom a link is mailed to, and in which language. */
const recipient = z.object({
  name: judged((typed) => text(typed, "en", { named: say("named.name"), ask: say("errors.name") })),
  email: address,
  language: z.string().pipe(z.enum(languages, { error: say("errors.language") })),
});

/** What is typed of an invitation: as it is kept, or why it cannot be. */
const invitation = z.object({
  ...recipient.shape,
  fillers: z
    .partialRecord(z.enum(answerSteps, CHOOSE), z.enum(fillers, CHOOSE), CHOOSE)
    .refine((chosen) => Object.values(chosen).some((filler) => filler !== "us"), {
      error: say("errors.nothingAsked"),
    }),
  acceptsAddendum: z.boolean(),
  message: judged(message),
  dueOn: z.preprocess((typed) => (typed === "" ? null : typed), dueDate().nullable()),
  lifetimeDays: z.coerce
    .number<number | string>(DAYS)
    .int(DAYS)
    .min(lifetime.min, DAYS)
    .max(lifetime.max, DAYS),
});

export type InvitationInput = z.input<typeof invitation>;
export type CheckedInvitation = z.output<typeof invitation>;

type Incorrect = { code: "incorrect"; errors: FieldErrors };

export function checkInvitation(typed: unknown): Result<CheckedInvitation, Incorrect> {
  return resultOf(invitation.safeParse(typed));
}

export function checkAddress(typed: unknown): Result<{ email: string }, Incorrect> {
  return resultOf(z.object({ email: address }).safeParse(typed));
}

export function checkRecipient(typed: unknown): Result<z.output<typeof recipient>, Incorrect> {
  return resultOf(recipient.safeParse(typed));
}

/** What is worth a second look about an address that is in nobody's way. */
export function addressWarning(typed: string): string | undefined {
  return email(typed, "en", "").warning;
}

function resultOf<T>(parsed: z.ZodSafeParseResult<T>): Result<T, Incorrect> {
  if (parsed.success) return ok(parsed.data);
  const errors: FieldErrors = {};
  for (const { path, message: error } of parsed.error.issues) errors[String(path[0])] ??= error;
  return fail({ code: "incorrect", errors });
}

/** A string as the rules of `lib/values` take it. */
function judged(judge: (typed: string) => Verdict) {
  return z.string().transform((typed, context) => {
    const { value, error } = judge(typed);
    if (error) context.issues.push({ code: "custom", message: error, input: typed });
    return value;
  });
}

/** Several lines, as a person writes them. */
function message(typed: string): Verdict {
  const value = typed.replaceAll("\r\n", "\n").normalize("NFC").trim();
  const length = [...value].length;
  if (length > MESSAGE_LENGTH_MAX) {
    return { value, error: say("errors.messageTooLong", { max: MESSAGE_LENGTH_MAX, length }) };
  }
  if (/\p{Cs}|(?![\n\t])\p{Cc}/u.test(value)) {
    return { value, error: say("errors.messageUnprintable") };
  }
  return { value };
}

function dueDate() {
  return z.iso
    .date({ error: say("errors.dueOn") })
    .refine((day) => day >= new Date(Date.now() - LATEST_ZONE_MS).toISOString().slice(0, 10), {
      error: say("errors.dueOnPast"),
    });
}
