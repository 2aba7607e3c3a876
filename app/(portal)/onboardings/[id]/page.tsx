import type { Metadata } from "next";
import { TaskList } from "@/components/onboarding/task-list";
import { Banner } from "@/components/ui/banner";
import { readOnboarding } from "./onboarding";

type Props = PageProps<"/onboardings/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { companyName } = await readOnboarding((await params).id);
  return { title: companyName || "New end customer" };
}

export default async function OnboardingPage({ params }: Props) {
  const { id, companyName, sections, problem } = await readOnboarding((await params).id);
  return (
    <div className="flex w-full max-w-form flex-col gap-6">
      <h1>{companyName || "New end customer"}</h1>
      <p className="text-muted">
        About 8 minutes. Have ready: logo, support e-mail, redirect URIs. Answers are saved with
        each step; come back whenever you like.
      </p>
      {problem && (
        <Banner tone="blocked" title="Plaid refused the submission">
          <p>Fix what it named, confirm again, then send. The reason is under Check and submit.</p>
        </Banner>
      )}
      <TaskList id={id} sections={sections} />
    </div>
  );
}
