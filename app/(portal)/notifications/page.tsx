import type { Metadata } from "next";
import { saveKeyboardAction, saveWishesAction } from "@/app/(portal)/notifications/actions";
import { KeyboardForm } from "@/components/notifications/keyboard-form";
import { WishesForm } from "@/components/notifications/wishes-form";
import { Banner } from "@/components/ui/banner";
import { requireStaff, wantsSingleKeys } from "@/lib/auth/session";
import { getWishes } from "@/lib/notifications/wishes";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const staff = await requireStaff("notifications.choose");
  const { saved } = await searchParams;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Notifications</h1>
      {saved && <Banner tone="done" role="status" title="Saved" />}
      <p>Mails go to {staff.email}. Each of them has a link that stops its kind.</p>
      <WishesForm wishes={await getWishes(staff)} save={saveWishesAction} />
      <KeyboardForm singleKeys={await wantsSingleKeys()} save={saveKeyboardAction} />
    </div>
  );
}
