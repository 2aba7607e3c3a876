"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Banner } from "@/components/ui/banner";
import type { ConnectionError, ConnectionTest } from "@/lib/partner-settings/model";
import { explainConnectionError, explainFailure } from "./texts";

export type ConnectionState = { test: ConnectionTest } | { error: ConnectionError } | null;

export function ConnectionTestForm({ test }: { test: () => Promise<ConnectionState> }) {
  const [state, action, pending] = useActionState<ConnectionState, FormData>(test, null);
  return (
    <div className="flex flex-col gap-4">
      {!pending && state && <Answer state={state} />}
      <PendingForm
        action={action}
        pending={pending}
        label="Test connection"
        busy="Asking Plaid…"
        variant="secondary"
      />
    </div>
  );
}

function Answer({ state }: { state: NonNullable<ConnectionState> }) {
  if ("error" in state) return <Outcome {...explainConnectionError(state.error)} />;
  const { test } = state;
  if (test.outcome === "failed") return <Outcome {...explainFailure(test)} />;
  return (
    <Banner tone="done" role="status" title={`Plaid answered in ${test.latencyMs} ms`}>
      <p className="wrap-anywhere">
        It takes our credentials. request_id <code translate="no">{test.requestId ?? "–"}</code>
      </p>
    </Banner>
  );
}
