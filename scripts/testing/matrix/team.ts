import { changeRole } from "@/lib/team/change-role";
import { invitePerson, resendTeamInvitation } from "@/lib/team/invite";
import { listTeam } from "@/lib/team/list";
import { readTeamFilter } from "@/lib/team/model";
import { getPerson, listAdmins } from "@/lib/team/queries";
import { releaseSsoAccount } from "@/lib/team/release-sso";
import { removePerson, revokeTeamInvitation } from "@/lib/team/remove";
import { readmitPerson, suspendPerson } from "@/lib/team/suspend";
import { team as everybody } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const team: Rows = {
  changeRole: {
    call: (actor, { id }) => changeRole(actor, { id, role: "viewer" }),
    may: ["admin"],
  },
  getPerson: { call: (actor, { id }) => getPerson(actor, id), may: ["admin"] },
  invitePerson: {
    call: (actor) => invitePerson(actor, { name: "", email: "", role: "viewer" }),
    may: ["admin"],
  },
  listAdmins: { call: (actor) => listAdmins(actor), may: everybody },
  listTeam: {
    call: (actor) => listTeam(actor, readTeamFilter({}), { after: null, before: null }),
    may: ["admin"],
  },
  readmitPerson: { call: (actor, { id }) => readmitPerson(actor, id), may: ["admin"] },
  releaseSsoAccount: { call: (actor, { id }) => releaseSsoAccount(actor, id), may: ["admin"] },
  removePerson: { call: (actor, { id }) => removePerson(actor, id), may: ["admin"] },
  resendTeamInvitation: {
    call: (actor, { id }) => resendTeamInvitation(actor, id),
    may: ["admin"],
  },
  revokeTeamInvitation: {
    call: (actor, { id }) => revokeTeamInvitation(actor, id),
    may: ["admin"],
  },
  suspendPerson: { call: (actor, { id }) => suspendPerson(actor, id), may: ["admin"] },
};
