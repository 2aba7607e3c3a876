import type { Metadata } from "next";
import { duplicateOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { DuplicateForm } from "@/components/onboarding/duplicate-form";
import { TaskPage } from "@/components/onboarding/task-page";
import { readOnboarding } from "./onboarding";

type Props = PageProps<"/onboardings/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { companyName } = await readOnboarding((await params).id);
  return { title: companyName || "New end customer" };
}

export default async function OnboardingPage({ params }: Props) {
  const view = await readOnboarding((await params).id);
  const duplicate = duplicateOnboardingAction.bind(null, view.id);
  return <TaskPage view={view} duplicate={<DuplicateForm duplicate={duplicate} />} />;
}
