import type { Metadata } from "next";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { SentDetailsView } from "@/components/customers/sent-details";
import { nameOf } from "@/components/customers/words";
import { may } from "@/lib/auth/model";
import { getSentDetails } from "@/lib/customers/details";
import { isSent } from "@/lib/statuses/model";

type Props = PageProps<"/customers/[id]/details">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Details – ${nameOf(customer)}` };
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
