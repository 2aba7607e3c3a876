import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShortcutTable } from "@/components/command/shortcut-table";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.keyboard");
  return { title: t("title") };
}

export default async function KeyboardPage() {
  await requireStaff("customer.read");
  const t = await getTranslations("notifications.keyboard");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <p>
        {t.rich("about", {
          link: (words) => <TextLink href="/notifications#keyboard">{words}</TextLink>,
        })}
      </p>
      <ShortcutTable heading="h2" />
    </div>
  );
}
