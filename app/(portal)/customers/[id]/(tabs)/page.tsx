import type { Metadata } from "next";
import {
  adoptCustomerAction,
  confirmAbsentAction,
  removeCustomerAction,
} from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { ActivityList } from "@/components/activity/timeline";
import { BanksNote } from "@/components/customers/banks-note";
import { KeysNote } from "@/components/customers/keys-note";
import { ProgressRail } from "@/components/customers/progress-rail";
import { ReconcilePanel } from "@/components/customers/reconcile-panel";
import { Removal } from "@/components/customers/removal";
import { RemovePanel } from "@/components/customers/remove-panel";
import { TechnicalDetails } from "@/components/customers/technical-details";
import { nameOf } from "@/components/customers/words";
import { Blocking } from "@/components/requirements/blocking";
import { Section } from "@/components/ui/section";
import { listActivity } from "@/lib/audit/queries";
import { may } from "@/lib/auth/model";
import { listSecrets } from "@/lib/customers/queries";

const PREVIEW = 5;

export async function generateMetadata({
  params,
}: PageProps<"/customers/[id]">): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: nameOf(customer) };
}

export default async function CustomerPage({ params }: PageProps<"/customers/[id]">) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id, status, problem } = customer;
  const company = nameOf(customer);
  const [secrets, activity] = await Promise.all([listSecrets(staff, id), listActivity(staff, id)]);

  return (
    <div className="flex flex-col gap-8">
      <Blocking customer={customer} mayAct={may(staff, "onboarding.edit")}>
        {problem && <TechnicalDetails problem={problem} />}
      </Blocking>
      {status === "SUBMIT_UNKNOWN" && (
        <ReconcilePanel
          company={company}
          allowed={may(staff, "customer.reconcile")}
          adopt={adoptCustomerAction.bind(null, id)}
          confirmAbsent={confirmAbsentAction.bind(null, id)}
        />
      )}
      <Section title="Progress">
        <ProgressRail customer={customer} />
      </Section>
      <KeysNote id={id} secrets={secrets} />
      <BanksNote customer={customer} />
      <Section title="Latest activity">
        <ActivityList entries={activity.entries.slice(0, PREVIEW)} />
      </Section>
      <Removal
        status={status}
        allowed={may(staff, "customer.remove")}
        remove={
          <RemovePanel
            id={id}
            company={company}
            sent={customer.clientId !== null}
            remove={removeCustomerAction.bind(null, id)}
          />
        }
      />
    </div>
  );
}
