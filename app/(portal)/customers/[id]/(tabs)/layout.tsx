import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  checkCustomerAction,
  enableCustomerAction,
  withdrawEnableAction,
} from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { LiveArea } from "@/app/(portal)/live-area";
import { duplicateOnboardingAction, keepDraftAction } from "@/app/(portal)/onboardings/actions";
import { CheckNow } from "@/components/customers/check-now";
import { CustomerHeader } from "@/components/customers/customer-header";
import { CustomerTabs } from "@/components/customers/customer-tabs";
import { EnableInDialog } from "@/components/customers/enable";
import { MoreMenu } from "@/components/customers/more-menu";
import { NextAction } from "@/components/customers/next-action";
import { whoMay } from "@/components/customers/who-may";
import { nameOf } from "@/components/customers/words";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { DuplicateForm } from "@/components/onboarding/duplicate-form";
import { DeletionNotice } from "@/components/retention/deletion-notice";
import { Banner } from "@/components/ui/banner";
import { menuItemLook } from "@/components/ui/menu";
import { Day } from "@/components/ui/time";
import { may } from "@/lib/auth/model";
import { getEnabling } from "@/lib/customers/enabling";

export default async function CustomerLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id, status, erasedAt } = customer;
  const t = await getTranslations("customers");
  return (
    <LiveArea shows={id} className="flex flex-col gap-6">
      <Breadcrumb href="/customers">{t("title")}</Breadcrumb>
      <CustomerHeader
        customer={customer}
        check={
          may(staff, "customer.check") ? (
            <CheckNow
              label={t("header.check")}
              busy={t("header.asking")}
              check={checkCustomerAction.bind(null, id)}
            />
          ) : (
            <p>{whoMay("customer.check", t("whoMay.deeds.ask"), t)}</p>
          )
        }
        more={
          <MoreMenu
            customer={customer}
            reader={staff}
            duplicate={
              may(staff, "onboarding.edit") && (
                <DuplicateForm
                  duplicate={duplicateOnboardingAction.bind(null, id)}
                  look={`${menuItemLook} grow`}
                />
              )
            }
          />
        }
        action={
          <NextAction
            customer={customer}
            reader={staff}
            enable={
              <EnableInDialog
                id={id}
                company={nameOf(customer)}
                status={status}
                enabling={await getEnabling(staff, id)}
                withdraw={withdrawEnableAction.bind(null, id)}
                enable={enableCustomerAction.bind(null, id)}
              />
            }
          />
        }
      />
      <DeletionNotice
        deletesAt={customer.deletesAt}
        keep={may(staff, "onboarding.edit") ? keepDraftAction.bind(null, id) : null}
      />
      {erasedAt && (
        <Banner
          tone="neutral"
          title={t.rich("header.erased", { at: erasedAt, day: () => <Day at={erasedAt} /> })}
        />
      )}
      <CustomerTabs
        id={id}
        words={{
          label: t("tabs.label"),
          overview: t("tabs.overview"),
          banks: t("tabs.banks"),
          details: t("tabs.details"),
          keys: t("tabs.keys"),
          activity: t("tabs.activity"),
        }}
      />
      {children}
    </LiveArea>
  );
}
