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
import { RefusedPanel } from "@/components/customers/refused-panel";
import { Removal } from "@/components/customers/removal";
import { RemovePanel } from "@/components/customers/remove-panel";
import { nameOf } from "@/components/customers/words";
import { Banner } from "@/components/ui/banner";
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
      {status === "SUBMIT_UNKNOWN" && (
        <ReconcilePanel
          company={company}
          allowed={may(staff, "customer.reconcile")}
          adopt={adoptCustomerAction.bind(null, id)}
          confirmAbsent={confirmAbsentAction.bind(null, id)}
        />
      )}
      {status === "SUBMIT_FAILED" && problem && (
        <RefusedPanel id={id} problem={problem} mayEdit={may(staff, "onboarding.edit")} />
      )}
      {customer.missingAtPlaid && status !== "REMOVED" && (
        <Banner tone="blocked" title="Plaid does not know this customer">
          <p>
            It may have been removed in the Plaid Dashboard, or it was created in another
            environment. Look there, then press Check now.
          </p>
        </Banner>
      )}
      <section className="flex flex-col gap-3">
        <h2>Progress</h2>
        <ProgressRail customer={customer} />
      </section>
      <KeysNote id={id} secrets={secrets} />
      <BanksNote customer={customer} />
      <section className="flex flex-col gap-3">
        <h2>Latest activity</h2>
        <ActivityList entries={activity.entries.slice(0, PREVIEW)} />
      </section>
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
