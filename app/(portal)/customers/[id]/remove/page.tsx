import type { Metadata } from "next";
import { ConfirmFirst } from "@/app/(portal)/confirm-first";
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
  const staff = await requireStaff("customer.remove");
  const { customer } = await loadCustomer((await params).id);
  const company = nameOf(customer);
  const against = reasonAgainst(customer.status);
  const form = (
    <RemoveOnPage
      id={customer.id}
      company={company}
      sent={customer.clientId !== null}
      remove={removeCustomerAction.bind(null, customer.id)}
      against={against}
    />
  );
  return (
    <LiveArea shows={customer.id} className="flex flex-col gap-6">
      <h1>Remove {company}?</h1>
      {against ? (
        form
      ) : (
        <ConfirmFirst staff={staff} act="Removing" label="Confirm to remove">
          {form}
        </ConfirmFirst>
      )}
    </LiveArea>
  );
}
