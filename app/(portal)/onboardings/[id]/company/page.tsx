import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { CompanyStep } from "@/components/onboarding/company-step";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/company">;

export const generateMetadata = ({ params }: Props) => titleOf("company", params);

export default async function CompanyPage(props: Props) {
  const opened = await openStep(props);
  return (
    <StepFrame step="company" {...opened.frame}>
      <CompanyStep {...answered("company", opened)} />
    </StepFrame>
  );
}
