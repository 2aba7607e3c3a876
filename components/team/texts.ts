import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { Tone } from "@/lib/statuses/model";
import type { Obstacle, PersonStatus, TeamError } from "@/lib/team/model";

export const personStatuses: Record<PersonStatus, { label: string; tone: Tone }> = {
  active: { label: "Active", tone: "done" },
  invited: { label: "Invited", tone: "customer" },
  suspended: { label: "Suspended", tone: "neutral" },
};

/** Why somebody stays as they are. */
export function explainObstacle(obstacle: Obstacle): string {
  switch (obstacle.code) {
    case "last_admin":
      return "This is the only admin who can sign in. The team always keeps one: make somebody else an admin first.";
    case "yourself":
      return "Nobody changes their own role or suspends themselves. Another admin can.";
  }
}

/** Why an act was not done; `title` says what was left undone. */
export function explainTeam(error: TeamError, title: string, again: string): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(title, again);
    case "not_found":
      return { title, text: "This person is not in the team any more. Go back to the list." };
    case "wrong_status":
      return {
        title,
        text: `Meanwhile this person is ${personStatuses[error.status].label.toLowerCase()}. Load the page again.`,
      };
    case "last_admin":
    case "yourself":
      return { title, text: explainObstacle(error) };
  }
}
