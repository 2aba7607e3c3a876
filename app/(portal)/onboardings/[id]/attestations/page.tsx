import { attestAction } from "@/app/(portal)/onboardings/[id]/actions";
import { openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { AttestationsStep } from "@/components/onboarding/attestations-step";
import { MissingFirst } from "@/components/onboarding/missing-first";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/attestations">;

export const generateMetadata = ({ params }: Props) => titleOf("attestations", params);

export default async function AttestationsPage(props: Props) {
  const { view, from, frame } = await openStep(props);
  const { texts, evidence, payloadSha256, current } = view.attestation;
  return (
    <StepFrame step="attestations" {...frame}>
      <div className="max-w-form">
        {payloadSha256 === null ? (
          <MissingFirst view={view} />
        ) : (
          <AttestationsStep
            initial={{ values: { dueDiligence: current, bankAddendum: current }, errors: {} }}
            confirm={attestAction.bind(null, view.id)}
            from={from}
            texts={texts}
            evidence={evidence}
            payloadSha256={payloadSha256}
          />
        )}
      </div>
    </StepFrame>
  );
}
