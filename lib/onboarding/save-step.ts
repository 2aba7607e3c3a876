import "server-only";
import { db, type Transaction } from "@/db/client";
import { fieldsOf, type Patch, withChoices, withPatch } from "@/lib/answers/model";
import { noteActivity } from "@/lib/applicants/activity";
import { ownChecks } from "@/lib/applicants/own-checks";
import { recordAudit } from "@/lib/audit/record";
import { authorizeAnswers } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { SavedStep, SaveStepProblem } from "@/lib/drafts/model";
import { wordsIn } from "@/lib/languages/say";
import { announce } from "@/lib/live/announce";
import { refusalErrors } from "@/lib/refusals/model";
import { fail, ok, type Result } from "@/lib/result";
import { isOpenTo } from "@/lib/reviews/model";
import { readOpenPaths } from "@/lib/reviews/open-paths";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { lockDraft } from "./lock-draft";
import { logoFacts } from "./logo";
import { authorOf, changesOf, historyOf, type KeptStep, mergePatch } from "./merge-patch";
import type { AnswerStep } from "./model";
import { nameWarnings } from "./name-twins";
import { partnerFrom } from "./partner";
import { layOver } from "./payload";
import { type Kept, readKept } from "./read-kept";
import { stateOf } from "./read-state";
import { writeSave } from "./write-draft";

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

    const found = await readKept(tx, id);
    const kept = keptStep(found, step);
    const sound = await withoutStrangeLogo(tx, input.patch);
    const patch = withChoices(await withoutSettled(tx, sound, { actor, step, id, status }));
    const { applied, untouched, conflicting } = mergePatch(kept, { ...input, patch });
    const first = input.continued && kept.version === 0;
    const writes = first || Object.keys(applied).length > 0;
    const version = writes ? kept.version + 1 : kept.version;
    const by = authorOf(actor);
    const fields = { ...kept.fields, ...historyOf(applied, { ...input, version, by }) };
    const answers = withPatch(kept.answers, applied);
    const state = stateOf(writes ? withStep(found, { step, answers, version, fields }) : found);
    const after = statusAfter(status, actor.kind, state.status);
    const moved = writes && after !== status;
    if (writes) {
      const before = fieldsOf(kept.answers);
      await writeSave(tx, {
        written: { id, step, answers, version, fields, savedBy: by },
        edits: { customerId: id, step, editor, changedBy: by, before, after: applied },
        updated: { id, before: status, after, ...state },
      });
    }
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
    const company = { id, ...state.answers.company };
    const twins =
      actor.kind === "staff" && step === "company" ? await nameWarnings(tx, company) : {};
    const refused = actor.kind === "staff" ? refusalErrors(state.refusal, step) : {};
    return ok({
      version,
      savedAt: new Date().toISOString(),
      complete: Object.keys(errors).length === 0,
      errors: { ...refused, ...errors },
      warnings: { ...warnings, ...twins },
      language: actor.kind === "applicant" ? wordsIn(actor.language).locale : "en",
      theirs: await changesOf(tx, actor, { kept, paths: untouched }),
      conflicts: await changesOf(tx, actor, { kept, paths: conflicting }),
    });
  });
}

function keptStep({ steps, partner }: Kept, step: AnswerStep): KeptStep {
  const kept = steps.find((row) => row.step === step);
  const answers = layOver(step, kept?.answers, partnerFrom(partner));
  return { version: kept?.version ?? 0, fields: kept?.fields ?? {}, answers };
}

function withStep(kept: Kept, written: Kept["steps"][number]): Kept {
  return { ...kept, steps: [...kept.steps.filter(({ step }) => step !== written.step), written] };
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

/** Answers name a draft of ours; one that is with others stays there until they, or we, end that. */
function statusAfter(before: string, by: Actor["kind"], asAnswered: string): string {
  if (isOurs(before)) return asAnswered;
  return before === "INVITED" && by === "applicant" ? "CUSTOMER_EDITING" : before;
}
