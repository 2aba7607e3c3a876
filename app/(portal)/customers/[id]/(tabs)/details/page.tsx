import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { SentDetailsView } from "@/components/customers/sent-details";
import { nameOf } from "@/components/customers/words";
import { may } from "@/lib/auth/model";
import { getSentDetails } from "@/lib/customers/details";
import { isSent } from "@/lib/statuses/model";

type Props = PageProps<"/customers/[id]/details">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  return { title: t("details.title", { company: nameOf(customer) }) };
}

export default async function DetailsPage({ params }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const details = await getSentDetails(staff, customer.id);
  return (
    <SentDetailsView
      customer={customer}
      details={details}
      mayRecord={may(staff, "onboarding.edit") && isSent(customer.status)}
    />
  );
}
