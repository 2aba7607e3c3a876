import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordEdits } from "@/lib/activity/edits";
import {
  fieldsOf,
  isSame,
  isWithin,
  type Patch,
  withChoices,
  withPatch,
} from "@/lib/answers/model";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { newId } from "@/lib/id";
import { announce } from "@/lib/live/announce";
import { checkStep } from "@/lib/onboarding/check-step";
import type { Answers, FieldErrors } from "@/lib/onboarding/model";
import { readPartner } from "@/lib/onboarding/partner";
import { readDraft } from "@/lib/onboarding/payload";
import { keepStep, updateCustomer } from "@/lib/onboarding/write-draft";
import { fail, ok, type Result } from "@/lib/result";
import { isSent } from "@/lib/statuses/model";
import { type ChangeDraft, type ChangeItem, changeItems, type RecordError } from "./model";

/** What the form begins with; undefined where nothing has been sent. */
export async function getChangeDraft(
  actor: Actor,
  { customerId, item }: { customerId: string; item: ChangeItem },
): Promise<ChangeDraft | undefined> {
  authorize(actor, "onboarding.edit");
  const [customer] = await db
    .select({ clientId: customers.clientId, status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer?.clientId || !isSent(customer.status)) return undefined;
  const { answers } = await readDraft(db, customerId, await readPartner(db));
  const kept = fieldsOf(answers[changeItems[item].step]);
  const values = changeItems[item].paths.flatMap((path) => {
    const value = kept[path];
    return value === undefined ? [] : [[path, value]];
  });
  return { values: Object.fromEntries(values) };
}

type Change = { customerId: string; item: ChangeItem; typed: Patch };

/**
 * Keeps our copy true to Plaid's, where somebody changed an answer in its Dashboard. Checked like an
 * answer; what was sent stays as evidence.
 */
export async function recordChange(
  actor: Actor,
  { customerId, item, typed }: Change,
): Promise<Result<null, RecordError>> {
  authorize(actor, "onboarding.edit");
  const { step } = changeItems[item];

  return db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, customerId);
    if (!customer) return fail({ code: "not_found" });
    if (!customer.clientId || !isSent(customer.status)) return fail({ code: "not_sent" });

    const partner = await readPartner(tx);
    const { answers, versions } = await readDraft(tx, customerId, partner);
    const before = fieldsOf(answers[step]);
    const patch = withUse(item, typed);
    const after = Object.fromEntries(
      Object.entries(patch).filter(([path, value]) => !isSame(before[path], value)),
    );
    if (Object.keys(after).length === 0) return fail({ code: "unchanged" });
    const changed: Answers = { ...answers, [step]: withPatch(answers[step], after) };
    const errors = errorsOf(item, checkStep(step, changed, partner).errors);
    if (Object.keys(errors).length > 0) return fail({ code: "wrong", errors });

    const editor = newId("edt");
    const savedBy = actor.userId;
    await keepStep(tx, {
      ...{ id: customerId, step, answers: changed[step], version: versions[step] + 1, savedBy },
    });
    await updateCustomer(tx, {
      ...{ id: customerId, before: customer.status, after: customer.status },
      ...{ answers: changed, gaps: [] },
    });
    await recordEdits(tx, { customerId, step, editor, changedBy: savedBy, before, after });
    await recordAudit(tx, actor, {
      action: "customer.change_recorded",
      subject: customerId,
      details: { item, editor },
    });
    await announce(tx, customerId);
    return ok(null);
  });
}

async function lockCustomer(tx: Transaction, id: string) {
  const [customer] = await tx
    .select({ clientId: customers.clientId, status: customers.status })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update");
  return customer;
}

/** Who empties a contact, the products or the number goes back to what stands without them. */
function withUse(item: ChangeItem, typed: Patch): Patch {
  const empty = Object.values(typed).every(
    (value) => value === false || value === true || value.length === 0,
  );
  if (!empty) return withChoices(typed);
  if (item === "technical-contact") return { ...typed, "technical.use": "ours" };
  if (item === "billing-contact") return { ...typed, "billing.use": "ours" };
  if (item === "products") return { ...typed, use: "ours" };
  if (item === "registration-number") return { ...typed, isDepository: false };
  return typed;
}

/** Of this item only: what else may be wrong with the section is not being changed. */
function errorsOf(item: ChangeItem, errors: FieldErrors): FieldErrors {
  const own = Object.entries(errors).filter(([path]) =>
    changeItems[item].paths.some((one) => isWithin(path, one)),
  );
  return Object.fromEntries(own);
}
