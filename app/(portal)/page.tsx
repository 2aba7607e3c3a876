import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { startOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { FirstCustomer } from "@/components/customers/no-customers";
import { StartForm } from "@/components/customers/start-form";
import { Overview } from "@/components/overview/overview";
import { SignatureTrouble } from "@/components/webhooks/trouble-banner";
import { may } from "@/lib/auth/model";
import { requireStaff, shownPoint } from "@/lib/auth/session";
import { countMatching } from "@/lib/customers/model";
import { getBanksStrip } from "@/lib/institutions/portfolio";
import { getOverview } from "@/lib/overview/queries";
import { countSignatureTrouble } from "@/lib/webhooks/trouble";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const staff = await requireStaff("customer.read");
  const t = await getTranslations("overview");
  const [overview, banks] = await Promise.all([getOverview(staff), getBanksStrip(staff)]);
  const mayEdit = may(staff, "onboarding.edit");
  return (
    <LiveArea shows="*" className="flex flex-col gap-12">
      <h1 className="-mb-4">{t("title")}</h1>
      {countMatching(overview.counts) === 0 ? (
        <FirstCustomer
          start={<StartForm start={startOnboardingAction} allowed={mayEdit} />}
          mayEdit={mayEdit}
          mayAdopt={may(staff, "customer.adopt")}
        />
      ) : (
        <>
          {may(staff, "webhook.read") && (
            <SignatureTrouble rejected={await countSignatureTrouble(staff)} />
          )}
          <Overview overview={overview} banks={banks} point={await shownPoint()} mayAct={mayEdit} />
        </>
      )}
    </LiveArea>
  );
}
