import type { ReactNode } from "react";
import { keepDraftAction } from "@/app/(portal)/onboardings/actions";
import { DeletionNotice } from "@/components/retention/deletion-notice";
import { may } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { getDeletion } from "@/lib/retention/queries";

export default async function OnboardingLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  const staff = await requireStaff();
  const { id } = await params;
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-form empty:hidden">
        <DeletionNotice
          deletesAt={await getDeletion(staff, id)}
          keep={may(staff, "onboarding.edit") ? keepDraftAction.bind(null, id) : null}
        />
      </div>
      {children}
    </div>
  );
}
