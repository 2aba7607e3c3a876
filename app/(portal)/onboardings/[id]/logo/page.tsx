import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { explainUnaided } from "@/components/onboarding/logo-problem";
import { LogoStep } from "@/components/onboarding/logo-step";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/logo">;

export const generateMetadata = ({ params }: Props) => titleOf("logo", params);

export default async function LogoPage(props: Props) {
  const opened = await openStep(props);
  const step = answered("logo", opened);
  const refused = refusedBytes((await props.searchParams).tooLarge);
  const initial = refused
    ? { ...step.initial, errors: { logo: explainUnaided({ code: "too_large", bytes: refused }) } }
    : step.initial;
  return (
    <StepFrame step="logo" {...opened.frame}>
      <LogoStep
        {...step}
        initial={initial}
        stored={opened.view.logo}
        uploadTo={`/api/onboardings/${opened.view.id}/logo`}
      />
    </StepFrame>
  );
}

/** The size of a form that was not even read because of it; the address says so. */
function refusedBytes(tooLarge: string | string[] | undefined): number | undefined {
  const bytes = Number(tooLarge);
  return bytes > 0 ? bytes : undefined;
}
