import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmFirst } from "@/app/(portal)/confirm-first";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { eraseAction } from "@/app/(portal)/customers/[id]/personal-data/actions";
import { nameOf } from "@/components/customers/words";
import { EraseOnPage } from "@/components/erasure/erase";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Day } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/customers/[id]/personal-data">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("erasure");
  return { title: t("title", { customer: nameOf(customer) }) };
}

export default async function PersonalDataPage({ params }: Props) {
  const staff = await requireStaff("person.erase");
  const { customer } = await loadCustomer((await params).id);
  const { id, companyName, status, clientId, erasedAt } = customer;
  const t = await getTranslations("erasure");
  return (
    <div className="flex max-w-form flex-col gap-8">
      <Breadcrumb href={`/customers/${id}`}>{nameOf(customer)}</Breadcrumb>
      <h1>{t("title", { customer: nameOf(customer) })}</h1>
      {erasedAt && <p>{t.rich("erased", { at: erasedAt, day: () => <Day at={erasedAt} /> })}</p>}
      <Section title={t("export.title")}>
        <p>{t("export.about")}</p>
        <form action={`/customers/${id}/personal-data/export`}>
          <Button variant="secondary">{t("export.asJson")}</Button>
        </form>
      </Section>
      <Section title={t("erase.title")}>
        <ConfirmFirst staff={staff} act={t("erase.act")} label={t("erase.confirm")}>
          <Texts of={["acts", "erasure.form"]}>
            <EraseOnPage
              id={id}
              companyName={companyName}
              status={status}
              sent={clientId !== null}
              erase={eraseAction.bind(null, id)}
            />
          </Texts>
        </ConfirmFirst>
      </Section>
    </div>
  );
}
