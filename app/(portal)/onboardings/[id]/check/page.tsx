import {
  submitForReviewAction,
  submitOnboardingAction,
} from "@/app/(portal)/onboardings/[id]/actions";
import { openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { CheckStep } from "@/components/onboarding/check-step";
import { StepFrame } from "@/components/onboarding/step-frame";
import { requireStaff } from "@/lib/auth/session";
import { getApproval } from "@/lib/reviews/approval";

type Props = PageProps<"/onboardings/[id]/check">;

export const generateMetadata = ({ params }: Props) => titleOf("check", params);

export default async function CheckPage(props: Props) {
  const staff = await requireStaff("onboarding.edit");
  const { view, frame } = await openStep(props);
  return (
    <StepFrame step="check" {...frame}>
      <div className="max-w-form">
        <CheckStep
          view={view}
          approval={await getApproval(staff, view.id)}
          submit={submitOnboardingAction.bind(null, view.id)}
          handIn={submitForReviewAction.bind(null, view.id)}
        />
      </div>
    </StepFrame>
  );
}
