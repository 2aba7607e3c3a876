import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveKeyboardAction, saveWishesAction } from "@/app/(portal)/notifications/actions";
import { KeyboardForm } from "@/components/notifications/keyboard-form";
import { WishesForm } from "@/components/notifications/wishes-form";
import { Banner } from "@/components/ui/banner";
import { requireStaff, wantsSingleKeys } from "@/lib/auth/session";
import { getWishes } from "@/lib/notifications/wishes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.page");
  return { title: t("title") };
}

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const staff = await requireStaff("notifications.choose");
  const { saved } = await searchParams;
  const t = await getTranslations("notifications.page");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      {saved && <Banner tone="done" role="status" title={t("saved")} />}
      <p>{t("about", { email: staff.email })}</p>
      <WishesForm wishes={await getWishes(staff)} save={saveWishesAction} />
      <KeyboardForm singleKeys={await wantsSingleKeys()} save={saveKeyboardAction} />
    </div>
  );
}
