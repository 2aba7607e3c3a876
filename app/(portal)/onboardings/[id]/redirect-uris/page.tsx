import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { RedirectUrisStep } from "@/components/onboarding/redirect-uris-step";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/redirect-uris">;

export const generateMetadata = ({ params }: Props) => titleOf("redirect-uris", params);

export default async function RedirectUrisPage(props: Props) {
  const opened = await openStep(props);
  return (
    <StepFrame step="redirect-uris" {...opened.frame}>
      <RedirectUrisStep {...answered("redirect-uris", opened)} />
    </StepFrame>
  );
}
