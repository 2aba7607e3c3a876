"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, TextLink } from "@/components/ui/text-link";
import type { AdoptionError, FoundCustomer } from "@/lib/adoption/model";
import type { Translate } from "@/lib/languages/model";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { describeStatus } from "@/lib/statuses/model";
import { problemText } from "./problem-texts";
import { StatusBadge } from "./status-badge";
import { nameOf } from "./words";

export type AdoptFormState =
  | ({ typed: string } & ({ found: FoundCustomer } | { error: AdoptionError }))
  | null;

/** Look first, then adopt what Plaid said. Both are one action, so both work before JavaScript does. */
export function AdoptForm({
  adopt,
  clientId,
}: {
  /** What the field begins with. */
  clientId: string;
  adopt: (state: AdoptFormState, form: FormData) => Promise<AdoptFormState>;
}) {
  const t = useTranslations("customers");
  const [state, action, pending] = useActionState(adopt, null);
  const error = state && "error" in state ? state.error : null;
  const found = state && "found" in state ? state.found : null;
  return (
    <div className="flex max-w-reading flex-col gap-8">
      {error && <Trouble error={error} />}
      <PendingForm
        action={action}
        pending={pending}
        label={t("adopt.look")}
        busy={t("adopt.asking")}
        variant={found ? "secondary" : "primary"}
      >
        <Field
          // Made anew with each answer, so that what was typed stays also without JavaScript.
          key={state?.typed}
          label="client_id"
          name="clientId"
          defaultValue={state?.typed ?? clientId}
          error={error ? explainAtField(error, t) : undefined}
          hint={t.rich("adopt.hint", {
            link: (chunks) => <NewTabLink href={PARTNER_SUMMARY_URL}>{chunks}</NewTabLink>,
          })}
          autoComplete="off"
          spellCheck={false}
        />
      </PendingForm>
      {found && (
        <section aria-label={t("adopt.found.title")} className="flex flex-col gap-4">
          <h2>{t("adopt.found.title")}</h2>
          <Found found={found} />
          <PendingForm
            action={action}
            pending={pending}
            label={t("adopt.found.adopt")}
            busy={t("adopt.found.adopting")}
          >
            <input type="hidden" name="intent" value="adopt" />
            <input type="hidden" name="clientId" value={found.clientId} />
            <p>{t("adopt.found.about")}</p>
          </PendingForm>
        </section>
      )}
    </div>
  );
}

function Found({ found: { companyName, clientId, status } }: { found: FoundCustomer }) {
  const t = useTranslations("customers");
  return (
    <div role="status">
      <SummaryList
        items={[
          { term: t("adopt.found.company"), value: nameOf({ companyName }) },
          { term: "client_id", value: <code translate="no">{clientId}</code> },
          {
            term: t("adopt.found.status"),
            value: (
              <>
                <StatusBadge status={status} />
                <p className="mt-1 text-muted text-sm">{describeStatus(status).line}</p>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

function explainAtField(error: AdoptionError, t: Translate<"customers">): string | undefined {
  if (error.code === "no_client_id") return t("adopt.errors.malformed");
  if (error.code === "unknown_client_id") return t("adopt.errors.unknown");
  return undefined;
}

/** What is not about what was typed. */
function Trouble({ error }: { error: AdoptionError }) {
  const t = useTranslations("customers");
  if (error.code === "refused") {
    const { problem } = error;
    return (
      <Outcome
        title={t("adopt.refused.title")}
        text={t("adopt.refused.text", { problem: problemText(problem) })}
        problem={problem}
      />
    );
  }
  if (error.code === "already_here" || error.code === "unanswered") {
    const company = nameOf(error);
    return (
      <Banner tone="neutral" title={t("adopt.here.title", { company })} role="alert">
        <p>
          {t.rich(`adopt.here.${error.code === "unanswered" ? "unanswered" : "open"}`, {
            company,
            link: (chunks) => (
              <TextLink tone="inherit" href={`/customers/${error.id}`}>
                {chunks}
              </TextLink>
            ),
          })}
        </p>
      </Banner>
    );
  }
  return null;
}
