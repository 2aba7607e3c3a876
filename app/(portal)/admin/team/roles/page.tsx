import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RolesTable } from "@/components/team/roles-table";
import { aRole, FRESH_MINUTES, roleMeanings, roles } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { listAdmins } from "@/lib/team/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team.roles");
  return { title: t("title") };
}

/** For everybody of the team, as is the table. */
export default async function RolesPage() {
  const staff = await requireStaff("role.read");
  const admins = await listAdmins(staff);
  const t = await getTranslations("team.roles");
  return (
    <div className="flex flex-col gap-8">
      <div className="flex max-w-reading flex-col gap-4">
        <h1>{t("title")}</h1>
        <p>
          {t("own", { role: aRole(staff.role) })}{" "}
          {admins.length > 0 && t("admins", { names: admins.join(", ") })}
        </p>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {roles.map((role) => (
            <li key={role}>{roleMeanings[role]}.</li>
          ))}
        </ul>
        <p className="text-muted">{t("recent", { minutes: FRESH_MINUTES })}</p>
      </div>
      <RolesTable />
    </div>
  );
}
