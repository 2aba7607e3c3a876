import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { ContactsStep } from "@/components/onboarding/contacts-step";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/onboardings/[id]/contacts">;

export const generateMetadata = ({ params }: Props) => titleOf("contacts", params);

export default async function ContactsPage(props: Props) {
  const opened = await openStep(props);
  const { technicalContact, billingContact } = opened.view.partner;
  return (
    <StepFrame step="contacts" {...opened.frame}>
      <ContactsStep
        {...answered("contacts", opened)}
        yours={{ technical: technicalContact, billing: billingContact }}
      />
    </StepFrame>
  );
}
