import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { formatInstant } from "@/components/ui/time";
import type { OnboardingView } from "@/lib/drafts/model";
import type { AttestationEvidence } from "@/lib/onboarding/model";

/** What was confirmed in which words, by whom and when, or that it has to be confirmed again. */
export function Attested({
  attestation: { texts, evidence },
  change,
}: {
  attestation: OnboardingView["attestation"];
  change: ReactNode;
}) {
  return (
    <SummaryList
      items={texts.map(({ kind, title, body, version }) => ({
        term: title,
        value: (
          <>
            <p>{body}</p>
            <p className="text-muted text-sm">Wording version {version}</p>
            <Evidence of={evidence.find((one) => one.kind === kind)} />
          </>
        ),
        action: change,
      }))}
    />
  );
}

function Evidence({ of }: { of: AttestationEvidence | undefined }) {
  if (!of) return <p className="font-medium text-danger">Not confirmed yet</p>;
  const { confirmedBy, confirmedAt, textVersion, current } = of;
  if (current) {
    return (
      <p className="text-done">
        Confirmed by {confirmedBy}, <Instant at={confirmedAt} />
      </p>
    );
  }
  return (
    <p className="font-medium text-danger">
      Confirm again: an answer or the wording changed after {confirmedBy} confirmed version{" "}
      {textVersion}, <Instant at={confirmedAt} />
    </p>
  );
}

/** Evidence, also on paper: the moment itself, not how long ago. */
function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(new Date(at))}</time>;
}
