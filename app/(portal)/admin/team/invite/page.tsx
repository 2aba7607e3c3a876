import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { invitePersonAction } from "@/app/(portal)/admin/team/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { InvitePersonForm } from "@/components/team/invite-form";
import { requireStaff } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { INVITATION_DAYS } from "@/lib/team/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team.invite");
  return { title: t("title") };
}

export default async function InvitePersonPage() {
  await requireStaff("team.manage");
  const mails = env().SMTP_URL !== undefined;
  const t = await getTranslations("team");
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/admin/team">{t("list.title")}</Breadcrumb>
      <h1>{t("invite.title")}</h1>
      <p className="max-w-reading text-muted">
        {t(mails ? "invite.mailed" : "invite.handed", { days: INVITATION_DAYS })}
      </p>
      <Texts of={["team.invite.form", "acts"]}>
        <InvitePersonForm mails={mails} invite={invitePersonAction} />
      </Texts>
    </div>
  );
}
