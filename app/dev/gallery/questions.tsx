"use client";

import { useTranslations } from "next-intl";
import { Outcome } from "@/components/acts/outcome";
import { CheckNow } from "@/components/customers/check-now";
import { EnableInDialog, EnableOnPage } from "@/components/customers/enable";
import { explainEnable } from "@/components/customers/problem-texts";
import { ReconcilePanel } from "@/components/customers/reconcile-panel";
import { RemoveOnPage } from "@/components/customers/remove";
import type { EnablingView } from "@/lib/customers/model";
import { OnDemand } from "./on-demand";
import { LONG_NAME, minutesAgo, refusal } from "./samples";
import { Room, Specimen } from "./specimen";

const nothing = async () => null;
const acts = { enable: nothing, withdraw: async () => {} };
const alone = { twoPeople: false, wish: null };

function asked(yours: boolean): EnablingView {
  return { twoPeople: true, wish: { by: LONG_NAME, at: minutesAgo(5), yours } };
}

export function Questions() {
  const t = useTranslations("customers");
  const signIn = useTranslations("acts");
  const pending = { id: "cus_sample", company: LONG_NAME, status: "PENDING_ENABLEMENT" };
  return (
    <Room title="Questions">
      <Specimen of="EnableInDialog, CheckNow">
        <EnableInDialog {...pending} enabling={alone} {...acts} />
        <CheckNow label={t("header.check")} busy={t("header.asking")} check={nothing} />
      </Specimen>
      <Specimen of="EnableOnPage">
        <EnableOnPage {...pending} enabling={alone} enable={nothing} />
      </Specimen>
      <Specimen of="EnableInDialog with two people: the first one, the second one">
        <EnableInDialog {...pending} enabling={asked(true)} {...acts} />
        <EnableInDialog {...pending} enabling={asked(false)} {...acts} />
      </Specimen>
      <Specimen of="RemoveOnPage: of a draft">
        <RemoveOnPage {...pending} sent={false} remove={nothing} against={null} />
      </Specimen>
      <Specimen of="Outcome, which takes the focus">
        <OnDemand what="the outcome">
          <Outcome
            {...explainEnable({ code: "refused", problem: refusal }, LONG_NAME, t, signIn)}
          />
        </OnDemand>
      </Specimen>
      <Specimen of="ReconcilePanel">
        <ReconcilePanel company={LONG_NAME} allowed adopt={nothing} confirmAbsent={nothing} />
      </Specimen>
    </Room>
  );
}
