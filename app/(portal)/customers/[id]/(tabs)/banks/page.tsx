import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readRegistrationFilter } from "@/app/(portal)/banks/read-query";
import { checkCustomerAction } from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { CheckNow } from "@/components/customers/check-now";
import { nameOf } from "@/components/customers/words";
import { aboutSilence, type Message } from "@/components/institutions/messages";
import { Registration } from "@/components/institutions/registration";
import { Texts } from "@/components/languages/texts";
import { LiveQueries } from "@/components/live/live-queries";
import { may } from "@/lib/auth/model";
import { shownPoint } from "@/lib/auth/session";
import { businessDaysSince } from "@/lib/business-days/model";
import type { CustomerView } from "@/lib/customers/model";
import { getRegistration } from "@/lib/institutions/queries";
import type { Translate } from "@/lib/languages/model";
import { dateOf } from "@/lib/time/model";

type Props = PageProps<"/customers/[id]/banks">;

/** Plaid's own measure, after which its account manager is asked. */
const SILENCE_DAYS = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("banks.customer");
  return { title: t("titleOf", { customer: nameOf(customer) }) };
}

export default async function BanksPage({ params, searchParams }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id, clientId, status, enabledAt } = customer;
  const filter = readRegistrationFilter(await searchParams);
  const registration = await getRegistration(staff, id, filter);
  if (!registration) notFound();
  const t = await getTranslations("banks.customer");
  return (
    <LiveQueries point={await shownPoint()}>
      <Texts
        of={[
          ...(["banks.registration", "banks.agreements", "banks.summary"] as const),
          ...(["banks.filter", "banks.grid", "banks.card"] as const),
          ...(["banks.remedies", "banks.message", "live"] as const),
        ]}
      >
        <Registration
          customerId={id}
          company={nameOf(customer)}
          clientId={clientId}
          live={status === "ACTIVE" || enabledAt !== null}
          filter={filter}
          initial={registration}
          silence={silenceOf(customer, await getTranslations("banks.message"))}
          again={
            may(staff, "customer.check") && (
              <CheckNow
                label={t("checkAgain")}
                busy={t("asking")}
                check={checkCustomerAction.bind(null, id)}
              />
            )
          }
        />
      </Texts>
    </LiveQueries>
  );
}

function silenceOf(customer: CustomerView, t: Translate<"banks.message">): Message | null {
  const { enabledAt, clientId } = customer;
  if (!enabledAt || businessDaysSince(new Date(enabledAt), new Date()) < SILENCE_DAYS) return null;
  return aboutSilence({ company: nameOf(customer), clientId }, dateOf(enabledAt), t);
}
