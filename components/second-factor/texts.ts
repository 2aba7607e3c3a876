import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { Translate } from "@/lib/languages/model";
import {
  type AddProblem,
  FACTORS_MAX,
  type GiveProblem,
  type RemoveProblem,
  type ResetProblem,
} from "@/lib/second-factor/model";

/** What a person gives to prove that it is them. */
export type Way = "code" | "recovery" | "passkey";

type T = Translate<"secondFactor">;

export function explainGive(code: GiveProblem["code"], way: Way, t: T): string {
  switch (code) {
    case "malformed":
      return t(`errors.malformed.${way}`);
    case "wrong":
      return t(`errors.wrong.${way}`);
    case "too_many":
      return t("errors.tooMany");
    case "signed_out":
      return t("errors.signedOut");
  }
}

export function explainAdd({ code }: AddProblem, way: Way, t: T): string {
  switch (code) {
    case "sign_in_again":
      return t("errors.signInAgain");
    case "too_many_factors":
      return t("errors.tooManyFactors", { max: FACTORS_MAX });
    case "not_begun":
      return t("errors.notBegun");
    default:
      return explainGive(code, way, t);
  }
}

export function explainRemove(
  { code }: RemoveProblem,
  t: Translate<"secondFactor.removal">,
  acts: Translate<"acts">,
): Explanation {
  switch (code) {
    case "sign_in_again":
      return signInAgain(t("again.title"), t("again.label"), acts);
    case "not_found":
      return { title: t("gone.title"), text: t("gone.text") };
    case "last_of_admin":
      return { title: t("lastOfAdmin.title"), text: t("lastOfAdmin.text") };
  }
}

export function explainReset(
  { code }: ResetProblem,
  t: Translate<"secondFactor.reset">,
  acts: Translate<"acts">,
): Explanation {
  switch (code) {
    case "sign_in_again":
      return signInAgain(t("again.title"), t("again.label"), acts);
    case "not_found":
      return { title: t("gone.title"), text: t("gone.text") };
    case "own":
      return { title: t("own.title"), text: t("own.text") };
    case "none":
      return { title: t("none.title"), text: t("none.text") };
  }
}
