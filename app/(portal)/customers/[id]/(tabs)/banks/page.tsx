import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { Registration } from "@/components/customers/registration";
import { nameOf } from "@/components/customers/words";
import { LiveQueries } from "@/components/live/live-queries";
import { shownPoint } from "@/lib/auth/session";
import { getRegistration } from "@/lib/institutions/queries";

type Props = PageProps<"/customers/[id]/banks">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Banks – ${nameOf(customer)}` };
}

export default async function BanksPage({ params }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const registration = await getRegistration(staff, customer.id);
  if (!registration) notFound();
  return (
    <LiveQueries point={await shownPoint()}>
      <Registration
        customerId={customer.id}
        company={nameOf(customer)}
        live={customer.status === "ACTIVE" || customer.enabledAt !== null}
        initial={registration}
      />
    </LiveQueries>
  );
}
