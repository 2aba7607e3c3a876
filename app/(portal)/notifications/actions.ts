"use server";

import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { chooseSingleKeys } from "@/lib/keyboard/choose";
import { changeWishes } from "@/lib/notifications/wishes";

export async function saveWishesAction(form: FormData): Promise<void> {
  const staff = await requireStaff("notifications.choose");
  await changeWishes(staff, { turn: form.has("turn"), digest: form.has("digest") });
  redirect("/notifications?saved=yes");
}

export async function saveKeyboardAction(form: FormData): Promise<void> {
  const staff = await requireStaff("keyboard.choose");
  await chooseSingleKeys(staff, form.has("singleKeys"));
  redirect("/notifications?saved=yes");
}
