import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { StepFrame } from "@/components/onboarding/step-frame";
import { SupportStep } from "@/components/onboarding/support-step";

type Props = PageProps<"/onboardings/[id]/support">;

export const generateMetadata = ({ params }: Props) => titleOf("support", params);

export default async function SupportPage(props: Props) {
  const opened = await openStep(props);
  const { supportMandatory, supportEmail } = opened.view.partner;
  return (
    <StepFrame step="support" {...opened.frame}>
      <SupportStep
        {...answered("support", opened)}
        mandatory={supportMandatory}
        ours={supportEmail}
      />
    </StepFrame>
  );
}
