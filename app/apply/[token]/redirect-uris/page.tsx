import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { StepShell } from "@/components/apply/step-shell";
import { RedirectUrisStep } from "@/components/onboarding/redirect-uris-step";

type Props = PageProps<"/apply/[token]/redirect-uris">;

export const generateMetadata = ({ params }: Props) => titleOf("redirect-uris", params);

export default async function RedirectUrisPage(props: Props) {
  const opened = await openStep("redirect-uris", props);
  return (
    <StepShell {...opened.shell}>
      <RedirectUrisStep {...answered("redirect-uris", opened)} />
    </StepShell>
  );
}
