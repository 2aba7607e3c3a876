import type { Metadata } from "next";
import { removeCustomerAction } from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { LiveArea } from "@/app/(portal)/live-area";
import { reasonAgainst } from "@/components/customers/removal";
import { RemoveOnPage } from "@/components/customers/remove";
import { nameOf } from "@/components/customers/words";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/customers/[id]/remove">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Remove ${nameOf(customer)}` };
}

export default async function RemovePage({ params }: Props) {
  await requireStaff("customer.remove");
  const { customer } = await loadCustomer((await params).id);
  const company = nameOf(customer);
  return (
    <LiveArea shows={customer.id} className="flex flex-col gap-6">
      <h1>Remove {company}?</h1>
      <RemoveOnPage
        id={customer.id}
        company={company}
        sent={customer.clientId !== null}
        remove={removeCustomerAction.bind(null, customer.id)}
        against={reasonAgainst(customer.status)}
      />
    </LiveArea>
  );
}
