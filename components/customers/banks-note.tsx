import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerView } from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import { banksSummary } from "./words";

export function BanksNote({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers");
  const live = customer.status === "ACTIVE";
  return (
    <Section title={t("banks.title")}>
      <p>{live ? summaryOf(customer, t) : t("banks.notEnabled")}</p>
      {live && (
        <p>
          <TextLink href={`/customers/${customer.id}/banks`}>{t("banks.all")}</TextLink>
        </p>
      )}
    </Section>
  );
}

function summaryOf(customer: CustomerView, t: Translate<"customers">): string {
  return customer.banksTotal > 0 ? banksSummary(customer, t) : t("banks.notNamed");
}
