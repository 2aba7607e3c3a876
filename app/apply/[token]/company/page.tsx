import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { StepShell } from "@/components/apply/step-shell";
import { CompanyStep } from "@/components/onboarding/company-step";

type Props = PageProps<"/apply/[token]/company">;

export const generateMetadata = ({ params }: Props) => titleOf("company", params);

export default async function CompanyPage(props: Props) {
  const opened = await openStep("company", props);
  return (
    <StepShell {...opened.shell}>
      <CompanyStep {...answered("company", opened)} />
    </StepShell>
  );
}
