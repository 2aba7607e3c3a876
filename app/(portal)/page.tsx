import type { Metadata } from "next";
import { LiveArea } from "@/app/(portal)/live-area";
import { startOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { Overview } from "@/components/customers/overview";
import { StartForm } from "@/components/customers/start-form";
import { may } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { getOverview } from "@/lib/customers/overview";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const staff = await requireStaff("customer.read");
  const overview = await getOverview(staff);
  const mayEdit = may(staff, "onboarding.edit");
  const start = <StartForm start={startOnboardingAction} allowed={mayEdit} />;
  return (
    <LiveArea shows="*" className="flex flex-col gap-12">
      <h1 className="-mb-4">Overview</h1>
      <Overview overview={overview} start={start} mayAct={mayEdit} />
    </LiveArea>
  );
}
