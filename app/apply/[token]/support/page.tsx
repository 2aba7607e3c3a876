import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { StepShell } from "@/components/apply/step-shell";
import { SupportStep } from "@/components/onboarding/support-step";

type Props = PageProps<"/apply/[token]/support">;

export const generateMetadata = ({ params }: Props) => titleOf("support", params);

export default async function SupportPage(props: Props) {
  const opened = await openStep("support", props);
  return (
    <StepShell {...opened.shell}>
      <SupportStep {...answered("support", opened)} mandatory={opened.view.supportMandatory} />
    </StepShell>
  );
}
