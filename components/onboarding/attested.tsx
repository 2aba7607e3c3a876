import { useTranslations } from "next-intl";
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
  const t = useTranslations("wizard.check");
  return (
    <SummaryList
      items={texts.map(({ kind, title, body, version }) => ({
        term: title,
        value: (
          <>
            <p>{body}</p>
            <p className="text-muted text-sm">{t("wording", { version })}</p>
            <Evidence of={evidence.find((one) => one.kind === kind)} />
          </>
        ),
        action: change,
      }))}
    />
  );
}

function Evidence({ of }: { of: AttestationEvidence | undefined }) {
  const t = useTranslations("wizard.check");
  if (!of) return <p className="font-medium text-danger">{t("notConfirmed")}</p>;
  const { confirmedBy: name, confirmedAt: at, textVersion: version, current } = of;
  const time = () => <Instant at={at} />;
  if (current) return <p className="text-done">{t.rich("confirmed", { name, at, time })}</p>;
  return (
    <p className="font-medium text-danger">{t.rich("confirmAgain", { name, version, at, time })}</p>
  );
}

/** Evidence, also on paper: the moment itself, not how long ago. */
function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(new Date(at))}</time>;
}
