import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  adoptCustomerAction,
  confirmAbsentAction,
  tickLaunchAction,
  untickLaunchAction,
} from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { LinkActions } from "@/app/(portal)/onboardings/[id]/invite/link-actions";
import { ActivityList } from "@/components/activity/timeline";
import { TechnicalDetails } from "@/components/acts/technical-details";
import { BanksNote } from "@/components/customers/banks-note";
import { FactsCard } from "@/components/customers/facts-card";
import { KeysNote } from "@/components/customers/keys-note";
import { ProgressRail } from "@/components/customers/progress-rail";
import { ReconcilePanel } from "@/components/customers/reconcile-panel";
import { nameOf } from "@/components/customers/words";
import { InvitationPanel } from "@/components/invitations/invitation-panel";
import { LaunchChecklist } from "@/components/launch/checklist";
import { TickForm } from "@/components/launch/tick-form";
import { UntickForm } from "@/components/launch/untick-form";
import { Blocking } from "@/components/requirements/blocking";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listActivity } from "@/lib/activity/queries";
import { may, type StaffActor } from "@/lib/auth/model";
import { getFacts } from "@/lib/customers/facts";
import type { CustomerView } from "@/lib/customers/model";
import { listInvitations } from "@/lib/invitations/list";
import { getLaunch } from "@/lib/launch/queries";
import { listSecrets } from "@/lib/secrets/queries";

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
  const t = await getTranslations("customers");
  const [secrets, activity, invitations, facts] = await Promise.all([
    listSecrets(staff, id),
    listActivity(staff, id, { size: PREVIEW }),
    listInvitations(staff, id),
    getFacts(staff, id),
  ]);

  return (
    <div className="flex flex-col gap-12">
      <Blocking customer={customer} mayAct={may(staff, "onboarding.edit")}>
        {problem && <TechnicalDetails problem={problem} />}
      </Blocking>
      {status === "SUBMIT_UNKNOWN" && (
        <ReconcilePanel
          company={nameOf(customer)}
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
      <Section title={t("overview.progress")}>
        <ProgressRail customer={customer} />
      </Section>
      <KeysNote id={id} secrets={secrets} />
      <div className="grid gap-12 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-12 lg:col-span-2">
          {customer.clientId && status !== "REMOVED" && (
            <Launch staff={staff} customer={customer} />
          )}
          <Section
            title={t("overview.latest")}
            beside={
              <TextLink href={`/customers/${id}/activity`}>{t("overview.allActivity")}</TextLink>
            }
          >
            <ActivityList entries={activity.entries} path={`/customers/${id}/activity`} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          <Section title={t("overview.facts")}>
            <FactsCard facts={facts} />
          </Section>
          <BanksNote customer={customer} />
        </div>
      </div>
    </div>
  );
}

async function Launch({ staff, customer: { id } }: { staff: StaffActor; customer: CustomerView }) {
  const t = await getTranslations("customers.overview");
  const mayTick = may(staff, "onboarding.edit");
  return (
    <Section title={t("launch")}>
      <LaunchChecklist
        steps={await getLaunch(staff, id)}
        tick={(item, said) =>
          mayTick && <TickForm {...said} item={item} tick={tickLaunchAction.bind(null, id, item)} />
        }
        untick={(item) =>
          mayTick && <UntickForm item={item} untick={untickLaunchAction.bind(null, id, item)} />
        }
      />
    </Section>
  );
}
