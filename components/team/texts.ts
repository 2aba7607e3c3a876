import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { Translate } from "@/lib/languages/model";
import type { Obstacle, TeamError } from "@/lib/team/model";

/** Why somebody stays as they are. */
export function explainObstacle({ code }: Obstacle, t: Translate<"team.refused">): string {
  return t(`obstacle.${code}`);
}

/** Why an act was not done; `title` says what was left undone. */
export function explainTeam(
  error: TeamError,
  { title, again }: { title: string; again: string },
  t: Translate<"team.refused">,
  acts: Translate<"acts">,
): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(title, again, acts);
    case "not_found":
      return { title, text: t("errors.not_found") };
    case "wrong_status":
      return { title, text: t("errors.wrong_status", { status: error.status }) };
    case "last_admin":
    case "yourself":
      return { title, text: explainObstacle(error, t) };
  }
}
