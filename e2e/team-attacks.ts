import type { Call } from "./actions";

/** Who is let in by an attack about this person. */
export function strangerOf(userId: string): string {
  return `${userId.toLowerCase()}@evil.example`;
}

/** Calls as pages of the team make them, about somebody whose access is attacked. */
export const teamAttacks: Record<string, (userId: string) => Call> = {
  invitePersonAction: (id) => ({
    ...{ action: "invitePersonAction", at: "/admin/team/invite", args: [null] },
    form: { name: "Mallory", email: strangerOf(id), role: "onboarder" },
  }),
  changeRoleAction: (id) => ({
    ...{ action: "changeRoleAction", at: `/admin/team/${id}/role`, args: [id, null] },
    form: { role: "admin" },
  }),
  ...Object.fromEntries(
    [
      "resendTeamInvitationAction",
      "revokeTeamInvitationAction",
      "suspendPersonAction",
      "readmitPersonAction",
      "removePersonAction",
      "releaseSsoAccountAction",
    ].map((action) => [
      action,
      (id: string) => ({ action, at: `/admin/team/${id}`, args: [id, null], form: {} }),
    ]),
  ),
};
