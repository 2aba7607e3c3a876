import { type Role, roles, type SignInAgain } from "@/lib/auth/model";
import type { Delivery } from "@/lib/mail/model";

export const INVITATION_DAYS = 7;
export const NAME_LENGTH_MAX = 100;

/** Invited: has a row and never signed in. */
export const personStatuses = ["active", "invited", "suspended"] as const;
export type PersonStatus = (typeof personStatuses)[number];

const orders = ["name", "activity"] as const;

/** What the address of the team's list says. */
export type TeamFilter = {
  search: string;
  role: Role | null;
  status: PersonStatus | null;
  order: (typeof orders)[number];
};

const SEARCH_LENGTH_MAX = 100;

type Query = Record<string, string | string[] | undefined>;

/** What makes no sense is left out. */
export function readTeamFilter(query: Query): TeamFilter {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed().trim() : "";
  };
  return {
    search: one("q").slice(0, SEARCH_LENGTH_MAX).toWellFormed(),
    role: roles.find((role) => role === one("role")) ?? null,
    status: personStatuses.find((status) => status === one("status")) ?? null,
    order: orders.find((order) => order === one("order")) ?? "name",
  };
}

/** The address of a list, or of one of its pages. */
export function teamAddress(
  { search, role, status, order }: TeamFilter,
  page: { after?: string; before?: string } = {},
): `/admin/team${string}` {
  const given = { q: search, role, status, order: order === "name" ? null : order, ...page };
  const said = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return said.length > 0 ? `/admin/team?${new URLSearchParams(said)}` : "/admin/team";
}

/** Times are ISO 8601. */
export type TeamRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: PersonStatus;
  hasFactor: boolean;
  lastActiveAt: string | null;
};

export type TeamPage = { rows: TeamRow[]; previous: string | null; next: string | null };

/** Why somebody's role and access stay as they are. */
export type Obstacle = { code: "last_admin" } | { code: "yourself" };

export type PersonView = TeamRow & {
  addedAt: string;
  suspendedAt: string | null;
  /** What stands in the way of this reader. */
  obstacle: Obstacle | null;
  invitation: InvitationView | null;
  /** Since when an account of the identity provider is bound to this person. */
  ssoSince: string | null;
};

export type InvitationView = {
  /** Null for who was added by command: that has no end. */
  endsAt: string | null;
  ended: boolean;
  delivery: Delivery | null;
  /** To be handed over by hand, where no mail is sent. */
  link: string | null;
};

export type InviteError =
  | SignInAgain
  | { code: "malformed"; fields: ("name" | "email" | "role")[] }
  | { code: "taken"; name: string };

/** Why an act on somebody of the team was not done. */
export type TeamError =
  | SignInAgain
  | Obstacle
  | { code: "not_found" }
  /** It takes somebody who is invited, active or suspended, and this one is not. */
  | { code: "wrong_status"; status: PersonStatus };
