import type { Metadata } from "next";
import { ConfirmFirst } from "@/app/(portal)/confirm-first";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { eraseAction } from "@/app/(portal)/customers/[id]/personal-data/actions";
import { nameOf } from "@/components/customers/words";
import { EraseOnPage } from "@/components/erasure/erase";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Day } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/customers/[id]/personal-data">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Personal data of ${nameOf(customer)}` };
}

export default async function PersonalDataPage({ params }: Props) {
  const staff = await requireStaff("person.erase");
  const { customer } = await loadCustomer((await params).id);
  const { id, companyName, status, clientId, erasedAt } = customer;
  return (
    <div className="flex max-w-form flex-col gap-8">
      <Breadcrumb href={`/customers/${id}`}>{nameOf(customer)}</Breadcrumb>
      <h1>Personal data of {nameOf(customer)}</h1>
      {erasedAt && (
        <p>
          Erased on <Day at={erasedAt} />. What came in since can be erased again.
        </p>
      )}
      <Section title="Export">
        <p>
          Everything that is held about the people of this customer, as one JSON file: contacts,
          invited people and their devices, what they handed in, comments, mails, hand-overs, and
          what the activity log says of them. No secret and no link is in it. That you exported it
          is logged.
        </p>
        <form action={`/customers/${id}/personal-data/export`}>
          <Button variant="secondary">Export as JSON</Button>
        </form>
      </Section>
      <Section title="Erase">
        <ConfirmFirst staff={staff} act="Erasing" label="Confirm to erase">
          <EraseOnPage
            id={id}
            companyName={companyName}
            status={status}
            sent={clientId !== null}
            erase={eraseAction.bind(null, id)}
          />
        </ConfirmFirst>
      </Section>
    </div>
  );
}
