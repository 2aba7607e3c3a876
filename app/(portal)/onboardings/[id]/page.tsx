import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { duplicateOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { InvitationPanel } from "@/components/invitations/invitation-panel";
import { DuplicateForm } from "@/components/onboarding/duplicate-form";
import { TaskPage } from "@/components/onboarding/task-page";
import { requireStaff } from "@/lib/auth/session";
import { listInvitations } from "@/lib/invitations/list";
import { LinkActions } from "./invite/link-actions";
import { readOnboarding } from "./onboarding";

type Props = PageProps<"/onboardings/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("wizard.title");
  const { companyName } = await readOnboarding((await params).id);
  return { title: t("tasks", { customer: companyName || t("unnamed") }) };
}

export default async function OnboardingPage({ params }: Props) {
  const view = await readOnboarding((await params).id);
  const staff = await requireStaff("onboarding.edit");
  const invitations = await listInvitations(staff, view.id);
  const duplicate = duplicateOnboardingAction.bind(null, view.id);
  return (
    <LiveArea shows={view.id}>
      <TaskPage
        view={view}
        duplicate={<DuplicateForm duplicate={duplicate} />}
        invitations={
          <InvitationPanel
            invitations={invitations}
            actionsOf={(invitation) => (
              <LinkActions customer={view} invitation={invitation} all={invitations} />
            )}
          />
        }
      />
    </LiveArea>
  );
}
