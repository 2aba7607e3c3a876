import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AutoRefresh } from "@/components/health/auto-refresh";
import { Health } from "@/components/health/health";
import { Texts } from "@/components/languages/texts";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";
import { readHealth } from "@/lib/health/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("health");
  return { title: t("title") };
}

export default async function HealthPage() {
  const staff = await requireStaff("health.read");
  const t = await getTranslations("health");
  const facts = await readHealth(staff);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1>{t("title")}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <span className="text-muted">
            {t.rich("asOf", { time: () => <Time at={facts.at} /> })}
          </span>
          <Texts of={["health.refresh"]}>
            <AutoRefresh />
          </Texts>
          <PageLink href="/admin/health">{t("reload")}</PageLink>
        </div>
      </div>
      <Health facts={facts} />
    </>
  );
}
