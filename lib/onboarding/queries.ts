import "server-only";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { createAttempts, customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { OnboardingView, Refusal } from "@/lib/drafts/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { placeOf } from "@/lib/refusals/model";
import { logoFacts } from "./logo";
import { answerSteps, type SectionState, type Step } from "./model";
import { readState } from "./read-state";

/** One draft with all the wizard shows; undefined when there is none under this id. */
export async function getOnboarding(actor: Actor, id: string): Promise<OnboardingView | undefined> {
  authorize(actor, "onboarding.edit");

  const [customer] = await db
    .select({ id: customers.id, status: customers.status, companyName: customers.companyName })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return undefined;

  const state = await readState(db, id);
  const problem = customer.status === "SUBMIT_FAILED" ? await lastRefusal(id) : null;
  const { partner, answers, versions, checks, incomplete, texts, evidence, sha256, attested } =
    state;
  return {
    ...customer,
    answers,
    versions,
    warnings: warningsOf(checks),
    incomplete,
    partner,
    problem,
    sections: sectionStates(state, problem),
    attestation: { texts, evidence, payloadSha256: sha256, current: attested },
    logo: await logoFacts(db, answers.logo.logo),
  };
}

type State = Awaited<ReturnType<typeof readState>>;

function warningsOf(checks: State["checks"]): OnboardingView["warnings"] {
  const entries = answerSteps.map((step) => [step, checks[step].warnings]);
  // One entry for every step.
  return Object.fromEntries(entries) as OnboardingView["warnings"];
}

async function lastRefusal(customerId: string): Promise<Refusal | null> {
  const [attempt] = await db
    .select({
      kind: createAttempts.errorKind,
      code: createAttempts.errorCode,
      message: createAttempts.errorMessage,
      requestId: createAttempts.requestId,
    })
    .from(createAttempts)
    .where(eq(createAttempts.customerId, customerId))
    .orderBy(desc(createAttempts.startedAt))
    .limit(1);
  if (!attempt?.code) return null;
  const problem: PlaidProblem = {
    // Written from `PartnerApiError.kind` and from nothing else.
    kind: attempt.kind as PlaidProblem["kind"],
    code: attempt.code,
    message: attempt.message ?? "",
    requestId: attempt.requestId,
  };
  const place = placeOf(problem);
  return { problem, step: place?.step ?? null, field: place?.field ?? null };
}

function sectionStates(state: State, refusal: Refusal | null): Record<Step, SectionState> {
  const { versions, incomplete, evidence, attested } = state;
  const ready = incomplete.length === 0;
  const answered = answerSteps.map((step): [Step, SectionState] => {
    if (refusal?.step === step) return [step, "problem"];
    if (versions[step] === 0) return [step, "not_started"];
    return [step, incomplete.includes(step) ? "in_progress" : "completed"];
  });
  const attestations = attested ? "completed" : evidence.length > 0 ? "in_progress" : "not_started";
  return {
    // Every answer step is in `answered`.
    ...(Object.fromEntries(answered) as Record<Step, SectionState>),
    attestations: ready ? attestations : "cannot_start",
    check: "not_started",
  };
}
