import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { refusedLogo } from "@/app/step-forms";
import { LogoStep } from "@/components/onboarding/logo-step";
import { PublishFirst } from "@/components/onboarding/publish-first";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/logo">;

export const generateMetadata = ({ params }: Props) => titleOf("logo", params);

export default async function LogoPage(props: Props) {
  const opened = await openStep(props);
  const step = answered("logo", opened);
  const errors = await refusedLogo((await props.searchParams).tooLarge);
  return (
    <StepFrame step="logo" {...opened.frame}>
      <LogoStep
        {...step}
        initial={{ ...step.initial, errors: { ...step.initial.errors, ...errors } }}
        stored={opened.view.logo}
        storedAt="/api/logos"
        uploadTo={`/api/onboardings/${opened.view.id}/logo`}
        beforeCopying={<PublishFirst />}
      />
    </StepFrame>
  );
}
