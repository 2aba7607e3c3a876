import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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
  const t = await getTranslations("customers");
  return { title: t("remove.title", { company: nameOf(customer) }) };
}

export default async function RemovePage({ params }: Props) {
  const staff = await requireStaff("customer.remove");
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  const company = nameOf(customer);
  const against = reasonAgainst(customer.status, t);
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
      <h1>{t("remove.question", { company })}</h1>
      {against ? (
        form
      ) : (
        <ConfirmFirst staff={staff} act={t("remove.act")} label={t("remove.confirm")}>
          {form}
        </ConfirmFirst>
      )}
    </LiveArea>
  );
}
