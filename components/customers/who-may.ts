import { type Action, aRole, permissions } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";

/** "An onboarder or an admin can enable it.": said where somebody's role lacks the action. */
export function whoMay(action: Action, deed: string, t: Translate<"customers">): string {
  const people = permissions[action]
    .map(aRole)
    .reduce((one, other) => t("whoMay.either", { one, other }));
  return t("whoMay.sentence", {
    people: `${people.charAt(0).toUpperCase()}${people.slice(1)}`,
    deed,
  });
}
