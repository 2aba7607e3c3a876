"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Banner } from "@/components/ui/banner";
import type { ConnectionError, ConnectionTest } from "@/lib/partner-settings/model";
import { explainConnectionError, explainFailure } from "./texts";

export type ConnectionState = { test: ConnectionTest } | { error: ConnectionError } | null;

export function ConnectionTestForm({ test }: { test: () => Promise<ConnectionState> }) {
  const t = useTranslations("settings.connection");
  const [state, action, pending] = useActionState<ConnectionState, FormData>(test, null);
  return (
    <div className="flex flex-col gap-4">
      {!pending && state && <Answer state={state} />}
      <PendingForm
        action={action}
        pending={pending}
        label={t("test")}
        busy={t("testing")}
        variant="secondary"
      />
    </div>
  );
}

function Answer({ state }: { state: NonNullable<ConnectionState> }) {
  const t = useTranslations("settings.connection");
  const acts = useTranslations("acts");
  if ("error" in state) return <Outcome {...explainConnectionError(state.error, t, acts)} />;
  const { test } = state;
  if (test.outcome === "failed") return <Outcome {...explainFailure(test, t)} />;
  return (
    <Banner tone="done" role="status" title={t("works", { ms: test.latencyMs })}>
      <p className="wrap-anywhere">
        {t.rich("taken", {
          requestId: test.requestId ?? "–",
          code: (id) => <code translate="no">{id}</code>,
        })}
      </p>
    </Banner>
  );
}
