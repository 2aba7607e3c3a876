import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, type FieldHistory, stepAnswers } from "@/db/schema";
import { recordEdits } from "@/lib/activity/edits";
import { fieldsOf, type Patch, withChoices, withPatch } from "@/lib/answers/model";
import { noteActivity } from "@/lib/applicants/activity";
import { ownChecks } from "@/lib/applicants/own-checks";
import { recordAudit } from "@/lib/audit/record";
import { authorizeAnswers } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { SavedStep, SaveStepProblem } from "@/lib/drafts/model";
import { announce } from "@/lib/live/announce";
import { foldName } from "@/lib/names/model";
import { refusalErrors } from "@/lib/refusals/model";
import { fail, ok, type Result } from "@/lib/result";
import { isOpenTo } from "@/lib/reviews/model";
import { readOpenPaths } from "@/lib/reviews/open-paths";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { tidy } from "@/lib/values/text";
import { lockDraft } from "./lock-draft";
import { logoFacts } from "./logo";
import { authorOf, changesOf, historyOf, type KeptStep, mergePatch } from "./merge-patch";
import type { AnswerStep, Answers } from "./model";
import { readPartner } from "./partner";
import { layOver } from "./payload";
import { readState } from "./read-state";

/** Ours: what the lists show of a name. */
const NAME_LENGTH_MAX = 200;

export type StepInput = {
  id: string;
  step: AnswerStep;
  /** Version of the answers the form was made from. */
  base: number;
  /** Names one opening of the page, which counts its posts by `seq`. */
  editor: string;
  seq: number;
  patch: Patch;
  /** The person is done with the step, even if all of it stayed empty. */
  continued: boolean;
};

/**
 * Keeps what was typed, right or wrong, and says what is still wrong with it. A field that somebody
 * else changed since the form was made is left alone and handed back.
 */
export async function saveStep(
  actor: Actor,
  input: StepInput,
): Promise<Result<SavedStep, SaveStepProblem>> {
  authorizeAnswers(actor, input.id, input.step);
  const { id, step, editor } = input;

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    if (actor.kind === "applicant" && !isWithCustomer(status)) {
      return fail({ code: "already_sent", status });
    }

    const kept = await readKept(tx, id, step);
    const sound = await withoutStrangeLogo(tx, input.patch);
    const patch = withChoices(await withoutSettled(tx, sound, { actor, step, id, status }));
    const { applied, untouched, conflicting } = mergePatch(kept, { ...input, patch });
    const first = input.continued && kept.version === 0;
    const writes = first || Object.keys(applied).length > 0;
    const version = writes ? kept.version + 1 : kept.version;
    if (writes) {
      const fields = {
        ...kept.fields,
        ...historyOf(applied, { ...input, version, by: authorOf(actor) }),
      };
      const answers = withPatch(kept.answers, applied);
      await keepStep(tx, { id, step, answers, version, fields, savedBy: authorOf(actor) });
      const before = fieldsOf(kept.answers);
      const changedBy = authorOf(actor);
      await recordEdits(tx, { customerId: id, step, editor, changedBy, before, after: applied });
    }
    const state = await readState(tx, id);
    const moved =
      writes && (await updateCustomer(tx, { id, before: status, ...state, by: actor.kind }));
    if (writes && actor.kind === "applicant") await noteActivity(tx, actor);
    // Typing saves every moment: one entry tells that this person worked on the step.
    const begins = writes && !Object.values(kept.fields).some((field) => field.editor === editor);
    if (begins) {
      const details = { step, editor };
      await recordAudit(tx, actor, { action: "onboarding.step_saved", subject: id, details });
    }
    if (begins || moved) await announce(tx, id);
    const { errors, warnings } =
      actor.kind === "staff" ? state.checks[step] : ownChecks(actor, state)[step];
    const refused = actor.kind === "staff" ? refusalErrors(state.refusal, step) : {};
    return ok({
      version,
      savedAt: new Date().toISOString(),
      complete: Object.keys(errors).length === 0,
      errors: { ...refused, ...errors },
      warnings,
      theirs: await changesOf(tx, actor, { kept, paths: untouched }),
      conflicts: await changesOf(tx, actor, { kept, paths: conflicting }),
    });
  });
}

async function readKept(tx: Transaction, customerId: string, step: AnswerStep): Promise<KeptStep> {
  const [kept] = await tx
    .select({
      answers: stepAnswers.answers,
      version: stepAnswers.version,
      fields: stepAnswers.fields,
    })
    .from(stepAnswers)
    .where(and(eq(stepAnswers.customerId, customerId), eq(stepAnswers.step, step)));
  const answers = layOver(step, kept?.answers, await readPartner(tx));
  return { version: kept?.version ?? 0, fields: kept?.fields ?? {}, answers };
}

/** A logo is named by its hash only after it was stored. */
async function withoutStrangeLogo(tx: Transaction, patch: Patch): Promise<Patch> {
  const { logo, ...others } = patch;
  if (typeof logo !== "string" || logo === "" || (await logoFacts(tx, logo))) return patch;
  return others;
}

/** Asked for changes, an applicant changes what a comment is about, and nothing else. */
async function withoutSettled(
  tx: Transaction,
  patch: Patch,
  { actor, step, id, status }: { actor: Actor; step: AnswerStep; id: string; status: string },
): Promise<Patch> {
  if (actor.kind !== "applicant" || status !== "CHANGES_REQUESTED") return patch;
  const open = await readOpenPaths(tx, id, step);
  return Object.fromEntries(Object.entries(patch).filter(([path]) => isOpenTo(path, open)));
}

type Written = Pick<typeof stepAnswers.$inferInsert, "savedBy"> & {
  fields?: FieldHistory;
  id: string;
  step: AnswerStep;
  answers: object;
  version: number;
};

/** Writes the answers of a step; without `fields` it stays known who changed which of them last. */
export async function keepStep(tx: Transaction, { id, step, ...values }: Written): Promise<void> {
  const row = { ...values, savedAt: sql`now()` };
  await tx
    .insert(stepAnswers)
    .values({ ...row, customerId: id, step })
    .onConflictDoUpdate({ target: [stepAnswers.customerId, stepAnswers.step], set: row });
}

type Updated = { id: string; before: string; by: Actor["kind"] } & Pick<
  Awaited<ReturnType<typeof readState>>,
  "answers" | "gaps" | "status"
>;

/**
 * The row of the lists, as the answers make it.
 *
 * @returns whether the status is another one now.
 */
export async function updateCustomer(
  tx: Transaction,
  { id, before, by, answers, gaps, ...state }: Updated,
): Promise<boolean> {
  const status = statusAfter(before, by, state.status);
  await tx
    .update(customers)
    .set({
      ...listedOf(answers),
      gaps,
      updatedAt: sql`now()`,
      status,
      ...(status === before ? {} : { statusSince: sql`now()` }),
    })
    .where(eq(customers.id, id));
  return status !== before;
}

/** Answers name a draft of ours; one that is with others stays there until they, or we, end that. */
function statusAfter(before: string, by: Actor["kind"], asAnswered: string): string {
  if (isOurs(before)) return asAnswered;
  return before === "INVITED" && by === "applicant" ? "CUSTOMER_EDITING" : before;
}

/** What lists, search and filters show and use of a draft's answers. */
function listedOf({ company, contacts, support, products }: Answers) {
  const theirs = Object.values(contacts).filter(({ use }) => use === "theirs");
  const emails = [...theirs, support].map(({ email }) => shorten(email).toLowerCase());
  return {
    companyName: shorten(company.companyName),
    legalEntityName: shorten(company.legalEntityName),
    applicationName: shorten(company.applicationName),
    website: shorten(company.website),
    legalEntityNameKey: foldName(company.legalEntityName),
    applicationNameKey: foldName(company.applicationName),
    country: company.address.countryCode || null,
    products: products.use === "chosen" ? products.products : [],
    emails: [...new Set(emails.filter((email) => email !== ""))],
  };
}

/** Counts characters, so that none is cut in half. */
function shorten(typed: string): string {
  return [...tidy(typed)].slice(0, NAME_LENGTH_MAX).join("");
}
