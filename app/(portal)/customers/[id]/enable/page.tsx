import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enableCustomerAction } from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { LiveArea } from "@/app/(portal)/live-area";
import { EnableOnPage } from "@/components/customers/enable";
import { nameOf } from "@/components/customers/words";
import { requireStaff } from "@/lib/auth/session";
import { getEnabling } from "@/lib/customers/enabling";

type Props = PageProps<"/customers/[id]/enable">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  return { title: t("enable.title", { company: nameOf(customer) }) };
}

export default async function EnablePage({ params }: Props) {
  const staff = await requireStaff("customer.enable");
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  const company = nameOf(customer);
  return (
    <LiveArea shows={customer.id} className="flex flex-col gap-6">
      <h1>{t("enable.question", { company })}</h1>
      <EnableOnPage
        id={customer.id}
        company={company}
        status={customer.status}
        enabling={await getEnabling(staff, customer.id)}
        enable={enableCustomerAction.bind(null, customer.id)}
      />
    </LiveArea>
  );
}
