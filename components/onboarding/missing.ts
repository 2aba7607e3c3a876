import type { OnboardingView } from "@/lib/drafts/model";
import { blocking, type Requirement } from "@/lib/requirements/model";

/** What a person still has to give; a refusal and the sending itself are told elsewhere. */
export function missingOf({ requirements, problem }: OnboardingView): Requirement[] {
  const [first] = requirements;
  return blocking(requirements).filter(
    (requirement) => requirement.section !== "check" && !(problem && requirement === first),
  );
}
