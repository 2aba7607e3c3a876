import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { roleLabels } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const { name, email, role } = await requireStaff("account.secure");
  const t = await getTranslations("account");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <SummaryList
        items={[
          { term: t("name"), value: name },
          { term: t("email"), value: <span className="wrap-anywhere">{email}</span> },
          { term: t("role"), value: roleLabels[role] },
        ]}
      />
      <p className="text-muted text-sm">{t("whoChanges")}</p>
      <ul className="flex flex-col gap-2">
        <li>
          <TextLink href="/account/security">{t("links.security")}</TextLink>
        </li>
        <li>
          <TextLink href="/notifications">{t("links.notifications")}</TextLink>
        </li>
        <li>
          <TextLink href="/keyboard">{t("links.keyboard")}</TextLink>
        </li>
      </ul>
    </div>
  );
}
