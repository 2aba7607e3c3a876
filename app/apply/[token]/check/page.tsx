import { redirect } from "next/navigation";
import { linkPath, logosOf, readApplication } from "@/app/apply/[token]/application";
import { titleOf } from "@/app/apply/[token]/open-step";
import { handInAction } from "@/app/apply/[token]/step-actions";
import { Check } from "@/components/apply/check";
import { Texts } from "@/components/languages/texts";
import { StepFrame } from "@/components/onboarding/step-frame";

type Props = PageProps<"/apply/[token]/check">;

export const generateMetadata = ({ params }: Props) => titleOf("check", params);

export default async function CheckPage({ params }: Props) {
  const { token } = await params;
  const { view } = await readApplication(token);
  const at = linkPath(token);
  const open = view.phase === "filling" || view.phase === "changes";
  if (!open || view.forwarded) redirect(at);
  return (
    <StepFrame
      step="check"
      among={[...view.steps, "check"]}
      companyName={view.companyName}
      back={at}
    >
      <Texts of={["apply.submit", "fields.sections"]}>
        <Check
          view={view}
          at={at}
          storedAt={logosOf(token)}
          submit={handInAction.bind(null, token)}
        />
      </Texts>
    </StepFrame>
  );
}
