import { type Action, aRole, permissions } from "@/lib/auth/model";

/** "An onboarder or an admin can enable it.": said where somebody's role lacks the action. */
export function whoMay(action: Action, deed: string): string {
  const people = permissions[action].map(aRole).join(" or ");
  return `${people.charAt(0).toUpperCase()}${people.slice(1)} can ${deed}.`;
}
