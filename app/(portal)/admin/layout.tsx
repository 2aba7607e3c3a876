import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { areasFor } from "@/components/admin/areas";
import { requireStaff } from "@/lib/auth/session";

/** Who may see a page is decided by the page. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const areas = areasFor(await requireStaff());
  const t = await getTranslations("settings");
  return (
    <div className="flex flex-col gap-6">
      {areas.length > 0 && (
        <AdminTabs label={t("tabs")} areas={areas.map(({ href, label }) => ({ href, label }))} />
      )}
      {children}
    </div>
  );
}
