import { createTranslator } from "use-intl/core";
import {
  addressOf,
  codeOf,
  fieldAt,
  inOrder,
  joinLabels,
  labelsOf,
  stepTitles,
} from "@/lib/fields/model";
import english from "@/lib/languages/messages/en/staff/requirements.json";
import { inSentence } from "@/lib/languages/model";
import type { Gap } from "@/lib/onboarding/model";
import { placeOf, refusalSentence } from "@/lib/refusals/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { describeStatus } from "@/lib/statuses/model";

const t = createTranslator({ locale: "en", messages: english.draft });

/** Before Plaid knows the customer: what is unanswered, unconfirmed or was refused. */
export function ofDraft(facts: Facts): Requirement[] {
  const due = [
    ...refused(facts),
    ...unanswered(facts),
    ...(facts.attested ? [] : unconfirmed(facts)),
  ];
  return [...(due.length > 0 ? due : [unsent(facts)]), ...recommended(facts)];
}

function unsent({ id, statusSince }: Facts): Requirement {
  return yours("submit", describeStatus("READY").line, {
    section: "check",
    since: statusSince,
    action: { label: t("submit"), href: `/onboardings/${id}/check` },
  });
}

function refused({ id, statusSince, refusal }: Facts): Requirement[] {
  if (!refusal) return [];
  const place = placeOf(refusal);
  const field = place && fieldAt(place.step, place.field);
  const action =
    place && field
      ? {
          label: t("refused.change", { answer: inSentence(field.label) }),
          href: addressOf(id, place.step, place.field),
        }
      : { label: t("refused.sendAgain"), href: `/onboardings/${id}/check` };
  return [
    yours(field ? codeOf(field) : refusal.code, refusalSentence(refusal), {
      section: place?.step ?? "check",
      since: statusSince,
      action,
    }),
  ];
}

/** One for each of Plaid's fields, however many of ours it has. */
function unanswered({ id, gaps }: Facts): Requirement[] {
  const sorted = inOrder(gaps);
  const codes = sorted.map(codeOfGap);
  return sorted.flatMap(({ step, path }, place) => {
    const code = codes[place] ?? step;
    if (codes.indexOf(code) < place) return [];
    const labels = labelsOf(sorted.filter((_, other) => codes[other] === code));
    return yours(code, t("unanswered", { answers: joinLabels(labels) }), {
      section: step,
      action: { label: t("goTo", { section: stepTitles[step] }), href: addressOf(id, step, path) },
    });
  });
}

function codeOfGap({ step, path }: Gap): string {
  const field = fieldAt(step, path);
  return field ? codeOf(field) : step;
}

function unconfirmed({ id, confirmedBefore }: Facts): Requirement[] {
  const rest = {
    section: "attestations" as const,
    action: { label: t("unconfirmed.goTo"), href: `/onboardings/${id}/attestations` },
  };
  const dueDiligence = confirmedBefore ? "dueDiligenceAgain" : "dueDiligence";
  const bankAddendum = confirmedBefore ? "bankAddendumAgain" : "bankAddendum";
  return [
    yours("is_diligence_attested", t(`unconfirmed.${dueDiligence}`), rest),
    yours("bank_addendum_acceptance", t(`unconfirmed.${bankAddendum}`), rest),
  ];
}

const advice: Record<string, string> = english.draft.advice;

function recommended({ id, left }: Facts): Requirement[] {
  return left.flatMap(({ step, path }) => {
    const field = fieldAt(step, path);
    const reason = advice[path];
    if (!field || !reason) return [];
    const label = t("add", { answer: inSentence(field.label) });
    const action = { label, href: addressOf(id, step, path) };
    return [yours(codeOf(field), reason, { section: step, severity: "recommended", action })];
  });
}

type Rest = Pick<Requirement, "section"> & {
  severity?: "recommended";
  since?: string;
  action: NonNullable<Requirement["action"]>;
};

function yours(code: string, reason: string, rest: Rest): Requirement {
  const usual = { severity: "blocks_submit", since: null } as const;
  return { code, owner: "you", reason, ...usual, ...rest };
}
