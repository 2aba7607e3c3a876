import type { Metadata } from "next";
import { invitePersonAction } from "@/app/(portal)/admin/team/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { InvitePersonForm } from "@/components/team/invite-form";
import { requireStaff } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { INVITATION_DAYS } from "@/lib/team/model";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InvitePersonPage() {
  await requireStaff("team.manage");
  const mails = env().SMTP_URL !== undefined;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/admin/team">Team</Breadcrumb>
      <h1>Invite somebody</h1>
      <p className="max-w-reading text-muted">
        {mails
          ? `They get a mail with a link that works once, for ${INVITATION_DAYS} days.`
          : `This portal sends no mail: you get a link to hand over yourself. It works once, for ${INVITATION_DAYS} days.`}
      </p>
      <InvitePersonForm mails={mails} invite={invitePersonAction} />
    </div>
  );
}
