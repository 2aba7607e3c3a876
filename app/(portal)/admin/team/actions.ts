"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readId, readText } from "@/app/read-input";
import type { InvitePersonState } from "@/components/team/invite-form";
import { roles } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import type { Result } from "@/lib/result";
import { changeRole } from "@/lib/team/change-role";
import { invitePerson, resendTeamInvitation } from "@/lib/team/invite";
import type { TeamError } from "@/lib/team/model";
import { releaseSsoAccount } from "@/lib/team/release-sso";
import { removePerson, revokeTeamInvitation } from "@/lib/team/remove";
import { readmitPerson, suspendPerson } from "@/lib/team/suspend";

type State = TeamError | null;

export async function invitePersonAction(
  _state: InvitePersonState,
  form: FormData,
): Promise<InvitePersonState> {
  const staff = await requireStaff("team.manage");
  const typed = {
    name: readText(form, "name"),
    email: readText(form, "email"),
    role: readText(form, "role"),
  };
  const invited = await invitePerson(staff, typed);
  if (!invited.ok) return { typed, error: invited.error };
  revalidatePath("/admin/team", "layout");
  redirect(`/admin/team/${invited.value.id}?invited`);
}

export async function resendTeamInvitationAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  return toPerson(id, await resendTeamInvitation(staff, id), "?invited");
}

export async function revokeTeamInvitationAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const revoked = await revokeTeamInvitation(staff, readId(boundId));
  if (!revoked.ok) return revoked.error;
  revalidatePath("/admin/team", "layout");
  redirect("/admin/team?revoked");
}

export async function changeRoleAction(
  boundId: string,
  _state: State,
  form: FormData,
): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  const role = roles.find((one) => one === readText(form, "role"));
  if (!role) return { code: "not_found" };
  return toPerson(id, await changeRole(staff, { id, role }));
}

export async function suspendPersonAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  return toPerson(id, await suspendPerson(staff, id));
}

export async function readmitPersonAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  return toPerson(id, await readmitPerson(staff, id));
}

export async function removePersonAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  return toPerson(id, await removePerson(staff, id));
}

export async function releaseSsoAccountAction(boundId: string): Promise<State> {
  const staff = await requireStaff("team.manage");
  const id = readId(boundId);
  return toPerson(id, await releaseSsoAccount(staff, id));
}

/** What was done shows on the person's page; what was not is said where it was asked. */
function toPerson(id: string, result: Result<null, TeamError>, query = ""): TeamError {
  if (!result.ok) return result.error;
  revalidatePath("/admin/team", "layout");
  redirect(`/admin/team/${id}${query}`);
}
