import "server-only";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, stepAnswers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { OnboardingView } from "@/lib/drafts/model";
import { standing, standingFor } from "@/lib/invitations/standing";
import { toCreateRequest } from "@/lib/partner-api/mapping";
import { placeOf } from "@/lib/refusals/model";
import { type Facts, requirementsOf } from "@/lib/requirements/model";
import { resumeAt, sectionsOf } from "@/lib/sections/model";
import { logoFacts } from "./logo";
import { type AnswerStep, type Answers, answerSteps, type Gap } from "./model";
import { readState } from "./read-state";

/** One draft with all the wizard shows; undefined when there is none under this id. */
export async function getOnboarding(actor: Actor, id: string): Promise<OnboardingView | undefined> {
  authorize(actor, "onboarding.edit");

  const [customer] = await db
    .select({
      id: customers.id,
      status: customers.status,
      statusSince: customers.statusSince,
      companyName: customers.companyName,
      fillers: customers.fillers,
      standing,
    })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return undefined;

  const state = await readState(db, id);
  const latest = await readLatest(id);
  const { statusSince, fillers, standing: found, ...named } = customer;
  const handed = { fillers, standing: standingFor(actor, found) };
  const facts = factsOf(
    { ...named, ...handed, statusSince: statusSince.toISOString(), saved: latest },
    state,
  );
  const sections = sectionsOf(facts);
  const logo = await logoFacts(db, state.answers.logo.logo);
  const { answers, versions, checks, partner, refusal } = state;
  const { texts, evidence, sha256, attested } = state;
  const place = refusal && placeOf(refusal);
  return {
    ...named,
    answers,
    versions,
    checks,
    partner,
    problem: refusal && {
      problem: refusal,
      step: place?.step ?? null,
      field: place?.field ?? null,
    },
    requirements: requirementsOf(facts),
    sections,
    started: latest.length > 0,
    resume: resumeAt(sections, latest),
    attestation: { texts, evidence, payloadSha256: sha256, current: attested },
    logo,
    request: state.checked
      ? { ...toCreateRequest(state.checked, null), ...(logo && { logo }) }
      : null,
  };
}

/** The steps that were saved, latest first. */
async function readLatest(customerId: string): Promise<AnswerStep[]> {
  const rows = await db
    .select({ step: stepAnswers.step })
    .from(stepAnswers)
    .where(eq(stepAnswers.customerId, customerId))
    .orderBy(desc(stepAnswers.savedAt));
  return rows.flatMap(({ step }) => answerSteps.find((known) => known === step) ?? []);
}

type State = Awaited<ReturnType<typeof readState>>;

function factsOf(
  customer: Pick<Facts, "id" | "status" | "statusSince" | "saved" | "fillers" | "standing">,
  { gaps, attested, evidence, refusal, answers }: State,
): Facts {
  return {
    ...customer,
    ...{ gaps, attested, refusal },
    confirmedBefore: evidence.length > 0,
    left: leftOpen(answers),
    // Of a draft there is nothing to tell about banks yet.
    ...{ banksTotal: 0, banksEnabled: 0, banksAttention: 0 },
    ...{ flowdownStatus: null, questionnaireStatus: null },
    ...{ missingAtPlaid: false, classicEnds: null },
  };
}

/** Optional answers that later only the Plaid Dashboard takes. */
function leftOpen({ support, logo, "redirect-uris": { redirectUris } }: Answers): Gap[] {
  const optional: (Gap & { given: boolean })[] = [
    { step: "support", path: "phoneNumber", given: support.phoneNumber.trim() !== "" },
    { step: "logo", path: "logo", given: logo.logo !== "" },
    { step: "redirect-uris", path: "redirectUris", given: redirectUris.length > 0 },
  ];
  return optional.filter(({ given }) => !given).map(({ step, path }) => ({ step, path }));
}
