import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { StepShell } from "@/components/apply/step-shell";
import { ContactsStep } from "@/components/onboarding/contacts-step";

type Props = PageProps<"/apply/[token]/contacts">;

export const generateMetadata = ({ params }: Props) => titleOf("contacts", params);

export default async function ContactsPage(props: Props) {
  const opened = await openStep("contacts", props);
  return (
    <StepShell {...opened.shell}>
      <ContactsStep {...answered("contacts", opened)} />
    </StepShell>
  );
}
