import { linkPath } from "@/app/apply/[token]/application";
import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { refusedLogo } from "@/app/step-forms";
import { StepShell } from "@/components/apply/step-shell";
import { LogoStep } from "@/components/onboarding/logo-step";

type Props = PageProps<"/apply/[token]/logo">;

export const generateMetadata = ({ params }: Props) => titleOf("logo", params);

export default async function LogoPage(props: Props) {
  const opened = await openStep("logo", props);
  const step = answered("logo", opened);
  const errors = await refusedLogo((await props.searchParams).tooLarge);
  return (
    <StepShell {...opened.shell}>
      <LogoStep
        {...step}
        initial={{ ...step.initial, errors }}
        stored={opened.view.logo}
        storedAt={opened.storedAt}
        uploadTo={`/api${linkPath(opened.token)}/logo`}
      />
    </StepShell>
  );
}
