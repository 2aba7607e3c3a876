import { type Action, permissions, roleLabels } from "@/lib/auth/model";

/** "An onboarder or an admin can enable it.": said where somebody's role lacks the action. */
export function whoMay(action: Action, deed: string): string {
  const people = permissions[action]
    .map((role) => roleLabels[role].toLowerCase())
    .map((name) => `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`)
    .join(" or ");
  return `${people.charAt(0).toUpperCase()}${people.slice(1)} can ${deed}.`;
}
