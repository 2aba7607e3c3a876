import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerView } from "@/lib/customers/model";
import { banksSummary } from "./words";

export function BanksNote({ customer }: { customer: CustomerView }) {
  const live = customer.status === "ACTIVE";
  return (
    <Section title="Banks">
      <p>
        {live ? summaryOf(customer) : "Bank registration starts when you enable this customer."}
      </p>
      {live && (
        <p>
          <TextLink href={`/customers/${customer.id}/banks`}>See every bank</TextLink>
        </p>
      )}
    </Section>
  );
}

function summaryOf(customer: CustomerView): string {
  return customer.banksTotal > 0 ? banksSummary(customer) : "Plaid has not named any bank yet.";
}
