import type { Metadata } from "next";
import { RolesTable } from "@/components/team/roles-table";
import { aRole, FRESH_MINUTES, roleMeanings, roles } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { listAdmins } from "@/lib/team/queries";

export const metadata: Metadata = { title: "What each role may do" };

/** For everybody of the team, as is the table. */
export default async function RolesPage() {
  const staff = await requireStaff("role.read");
  const admins = await listAdmins(staff);
  return (
    <div className="flex flex-col gap-8">
      <div className="flex max-w-reading flex-col gap-4">
        <h1>What each role may do</h1>
        <p>
          You are {aRole(staff.role)}.{" "}
          {admins.length > 0 && `Roles are given by admins: ${admins.join(", ")}.`}
        </p>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {roles.map((role) => (
            <li key={role}>{roleMeanings[role]}.</li>
          ))}
        </ul>
        <p className="text-muted">
          Where a second factor is needed, it has to be one of the last {FRESH_MINUTES} minutes.
        </p>
      </div>
      <RolesTable />
    </div>
  );
}
