import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { adoptFromPlaidAction } from "@/app/(portal)/customers/adopt/actions";
import { AdoptForm } from "@/components/customers/adopt-form";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { requireStaff } from "@/lib/auth/session";
import { readParameter } from "@/lib/period/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers.adopt");
  return { title: t("title") };
}

export default async function AdoptPage({ searchParams }: PageProps<"/customers/adopt">) {
  await requireStaff("customer.adopt");
  const clientId = readParameter(await searchParams, "client_id") ?? "";
  const t = await getTranslations("customers");
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers">{t("title")}</Breadcrumb>
      <h1>{t("adopt.title")}</h1>
      <p>{t("adopt.about")}</p>
      <Texts of={["customers.adopt"]}>
        <AdoptForm adopt={adoptFromPlaidAction} clientId={clientId} />
      </Texts>
    </div>
  );
}
