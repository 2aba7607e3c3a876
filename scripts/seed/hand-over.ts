import { db } from "@/db/client";
import type { Actor, ApplicantActor } from "@/lib/auth/model";
import { inviteApplicant } from "@/lib/invitations/invite";
import { type AnswerStep, type Answers, answerSteps } from "@/lib/onboarding/model";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { saveStep } from "@/lib/onboarding/save-step";
import { addComment } from "@/lib/reviews/comment";
import { decideReview } from "@/lib/reviews/decide";
import { readSubmission } from "@/lib/reviews/lock-review";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { wholeStep } from "@/scripts/testing/drafts";
import { applicantOf } from "@/scripts/testing/invitations";
import type { DemoContact } from "./portfolio";

type HandedOver = { id: string; answers: Answers; contact: DemoContact; end: string };

/** A draft that somebody at the customer was invited to, as far as this person is to come. */
export async function handOver(
  actor: Actor,
  { id, answers, contact, end }: HandedOver,
): Promise<void> {
  const save = async (who: Actor | ApplicantActor, steps: AnswerStep[]) => {
    for (const step of steps) await saveStep(who, wholeStep(id, step, answers[step]));
  };
  await save(actor, ["company", "products"]);
  const invited = await inviteApplicant(actor, {
    ...contact,
    customerId: id,
    fillers: {
      company: "either",
      contacts: "customer",
      support: "customer",
      logo: "either",
      "redirect-uris": "customer",
    },
    acceptsAddendum: false,
    message: "Thank you for choosing us.\nThis takes about ten minutes.",
    dueOn: "",
    lifetimeDays: 14,
  });
  if (!invited.ok) throw new Error(`${contact.name} was not invited: ${invited.error.code}`);
  if (end === "INVITED") return;

  const applicant = await applicantOf(invited.value.id);
  if (end === "CUSTOMER_EDITING") return save(applicant, ["contacts", "support"]);
  await save(
    applicant,
    answerSteps.filter((step) => applicant.steps.includes(step)),
  );
  await submitForReview(applicant, { customerId: id, addendumVersion: null });
  if (end === "CHANGES_REQUESTED") await requestChanges(actor, id);
}

async function requestChanges(actor: Actor, customerId: string): Promise<void> {
  const remark = { customerId, internal: false };
  await addComment(actor, {
    ...remark,
    step: "company",
    path: "website",
    body: "This page is about another product. Which one do your customers know?",
  });
  await addComment(actor, {
    ...remark,
    step: "support",
    path: "phoneNumber",
    body: "Nobody answers at this number. Is it still yours?",
  });
  const submission = await readSubmission(db, customerId);
  const { answers } = await readState(db, customerId);
  await decideReview(actor, {
    customerId,
    submissionId: submission?.id ?? "",
    answersSha256: answersSha256(answers),
    verdict: { decision: "changes_requested" },
  });
}
