import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { nameOf } from "@/components/customers/words";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { ChangeForm } from "@/components/recorded-changes/change-form";
import { NewTabLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { changeItems, isChangeItem } from "@/lib/recorded-changes/model";
import { getChangeDraft } from "@/lib/recorded-changes/record";
import { recordChangeAction } from "./actions";

type Props = PageProps<"/customers/[id]/details/[item]">;

const load = cache(async (id: string, item: string) => {
  const staff = await requireStaff("onboarding.edit");
  if (!isChangeItem(item)) notFound();
  const { customer } = await loadCustomer(id);
  const draft = await getChangeDraft(staff, { customerId: customer.id, item });
  if (!draft) notFound();
  return { customer, draft, item };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, item } = await params;
  const { customer, item: known } = await load(id, item);
  const t = await getTranslations("recordedChanges.page");
  const name = nameOf(customer);
  return { title: t("title", { item: changeItems[known].title, customer: name }) };
}

export default async function RecordPage({ params }: Props) {
  const { id, item: given } = await params;
  const { customer, draft, item } = await load(id, given);
  const t = await getTranslations("recordedChanges.page");
  const name = nameOf(customer);
  return (
    <div className="flex max-w-form flex-col items-start gap-6">
      <Breadcrumb href={`/customers/${customer.id}/details`}>
        {t("back", { customer: name })}
      </Breadcrumb>
      <h1>{changeItems[item].title}</h1>
      <p>{t("about")}</p>
      <NewTabLink href={PARTNER_SUMMARY_URL}>{t("dashboard")}</NewTabLink>
      <Texts of={["recordedChanges.form", `fields.${changeItems[item].step}`]}>
        <ChangeForm
          item={item}
          values={draft.values}
          record={recordChangeAction.bind(null, customer.id, item)}
        />
      </Texts>
    </div>
  );
}
