import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { InstitutionView, RegistrationView } from "@/lib/institutions/model";
import { InstitutionCard } from "./institution-card";
import { banksSummary } from "./words";

export function InstitutionGrid({
  live,
  registration,
  order,
}: {
  live: boolean;
  registration: RegistrationView;
  /** Institution ids as they stand on the page; banks that are not in it come last. */
  order: string[];
}) {
  const { institutions } = registration;
  return (
    <Section
      title="Banks"
      beside={live && institutions.length > 0 && <p>{summaryOf(institutions)}</p>}
    >
      <Banks live={live} registration={registration} order={order} />
    </Section>
  );
}

function Banks({
  live,
  registration: { institutions, checkedAt },
  order,
}: {
  live: boolean;
  registration: RegistrationView;
  order: string[];
}) {
  if (!live) {
    return (
      <EmptyState title="Bank registration starts when you enable this customer">
        <p>Until then no bank is asked, and there is nothing to do here.</p>
      </EmptyState>
    );
  }
  if (institutions.length === 0) {
    return checkedAt === null ? (
      <EmptyState title="Plaid has not been asked about the banks yet">
        <p>It is asked within a minute. Check now asks at once.</p>
      </EmptyState>
    ) : (
      <EmptyState title="Plaid returned no banks for this customer">
        <p>
          If that stays so for three business days after enabling, ask your Plaid account manager.
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-4">
      {inOrder(institutions, order).map((bank) => (
        <li key={bank.institutionId} className="min-w-0">
          <InstitutionCard bank={bank} />
        </li>
      ))}
    </ul>
  );
}

function summaryOf(institutions: InstitutionView[]): string {
  const having = (status: string) => institutions.filter((bank) => bank.status === status).length;
  const enabled = having("ENABLED");
  if (enabled === institutions.length) return `All ${enabled} banks are enabled.`;
  return banksSummary({
    banksTotal: institutions.length,
    banksEnabled: enabled,
    banksAttention: having("ATTENTION_REQUIRED"),
  });
}

function inOrder(institutions: InstitutionView[], order: string[]): InstitutionView[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (bank: InstitutionView) => place.get(bank.institutionId) ?? order.length;
  return institutions.toSorted((a, b) => placeOf(a) - placeOf(b));
}
