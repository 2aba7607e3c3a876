import type { Metadata } from "next";
import { AutoRefresh } from "@/components/health/auto-refresh";
import { Health } from "@/components/health/health";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";
import { readHealth } from "@/lib/health/read";

export const metadata: Metadata = { title: "System health" };

export default async function HealthPage() {
  const staff = await requireStaff("health.read");
  const facts = await readHealth(staff);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1>System health</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <span className="text-muted">
            As of <Time at={facts.at} />
          </span>
          <AutoRefresh />
          <PageLink href="/admin/health">Reload</PageLink>
        </div>
      </div>
      <Health facts={facts} />
    </>
  );
}
