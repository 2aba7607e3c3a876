import { type Explanation, signInAgain } from "@/components/acts/explanation";
import {
  type AddProblem,
  FACTORS_MAX,
  type GiveProblem,
  type RemoveProblem,
  type ResetProblem,
} from "@/lib/second-factor/model";

/** What a person gives to prove that it is them. */
export type Way = "code" | "recovery" | "passkey";

const malformed: Record<Way, string> = {
  code: "Enter the six digits that your app shows",
  recovery: "Enter one of your recovery codes",
  passkey: "Your browser did not answer with a passkey. Try again",
};

const wrong: Record<Way, string> = {
  code: "This code is not right, or was used before. Enter the next one that your app shows",
  recovery: "This is none of your recovery codes, or it was used before. Enter another one",
  passkey: "This passkey was not accepted. Use one that is on your account",
};

export function explainGive(code: GiveProblem["code"], way: Way): string {
  switch (code) {
    case "malformed":
      return malformed[way];
    case "wrong":
      return wrong[way];
    case "too_many":
      return "Five tries were wrong. Wait 15 minutes, then try again";
    case "signed_out":
      return "You are signed out. Sign in, then try again";
  }
}

export function explainAdd({ code }: AddProblem, way: Way): string {
  switch (code) {
    case "sign_in_again":
      return "It is too long ago that you proved who you are. Go back and begin again";
    case "too_many_factors":
      return `You have ${FACTORS_MAX} second factors. Remove one first`;
    case "not_begun":
      return "This code belongs to a set-up that is over. Go back and begin again";
    default:
      return explainGive(code, way);
  }
}

export function explainRemove({ code }: RemoveProblem): Explanation {
  switch (code) {
    case "sign_in_again":
      return signInAgain("Nothing was removed", "Confirm to remove");
    case "not_found":
      return { title: "It was removed already", text: "Go back to see what is left." };
    case "last_of_admin":
      return {
        title: "This is your last second factor",
        text: "An admin always has one. Add another one first, then remove this one.",
      };
  }
}

export function explainReset({ code }: ResetProblem): Explanation {
  switch (code) {
    case "sign_in_again":
      return signInAgain("Nothing was reset", "Confirm to reset");
    case "not_found":
      return { title: "This person is not in the team", text: "Nothing was reset." };
    case "own":
      return {
        title: "These are your own",
        text: "Remove them one by one under Account. Only another admin can reset all of them.",
      };
    case "none":
      return {
        title: "There is nothing to reset",
        text: "This person has no second factor.",
      };
  }
}
