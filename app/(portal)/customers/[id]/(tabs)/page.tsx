import type { Metadata } from "next";
import {
  adoptCustomerAction,
  confirmAbsentAction,
  removeCustomerAction,
} from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { LinkActions } from "@/app/(portal)/onboardings/[id]/invite/link-actions";
import { ActivityList } from "@/components/activity/timeline";
import { BanksNote } from "@/components/customers/banks-note";
import { KeysNote } from "@/components/customers/keys-note";
import { ProgressRail } from "@/components/customers/progress-rail";
import { ReconcilePanel } from "@/components/customers/reconcile-panel";
import { Removal } from "@/components/customers/removal";
import { RemoveInDialog } from "@/components/customers/remove";
import { TechnicalDetails } from "@/components/customers/technical-details";
import { nameOf } from "@/components/customers/words";
import { InvitationPanel } from "@/components/invitations/invitation-panel";
import { Blocking } from "@/components/requirements/blocking";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listActivity } from "@/lib/audit/queries";
import { may } from "@/lib/auth/model";
import { listSecrets } from "@/lib/customers/queries";
import { listInvitations } from "@/lib/invitations/list";

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
  const [secrets, activity, invitations] = await Promise.all([
    listSecrets(staff, id),
    listActivity(staff, id),
    listInvitations(staff, id),
  ]);

  return (
    <div className="flex flex-col gap-12">
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
      <InvitationPanel
        invitations={invitations}
        actionsOf={(invitation) =>
          may(staff, "onboarding.invite") && (
            <LinkActions customer={customer} invitation={invitation} all={invitations} />
          )
        }
      />
      <Section title="Progress">
        <ProgressRail customer={customer} />
      </Section>
      <KeysNote id={id} secrets={secrets} />
      <div className="grid gap-12 lg:grid-cols-3">
        <div className="min-w-0 lg:col-span-2">
          <Section
            title="Latest activity"
            beside={<TextLink href={`/customers/${id}/activity`}>All activity</TextLink>}
          >
            <ActivityList entries={activity.entries.slice(0, PREVIEW)} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          <BanksNote customer={customer} />
          <Removal
            status={status}
            allowed={may(staff, "customer.remove")}
            remove={
              <RemoveInDialog
                id={id}
                company={company}
                sent={customer.clientId !== null}
                remove={removeCustomerAction.bind(null, id)}
              />
            }
          />
        </div>
      </div>
    </div>
  );
}
