"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readId } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import { readPeriod } from "@/lib/period/model";
import type { ReplayError } from "@/lib/webhooks/model";
import { replayDelivery } from "@/lib/webhooks/replay";
import { replayStuck } from "@/lib/webhooks/replay-many";

export async function replayAction(boundId: string): Promise<ReplayError | null> {
  const staff = await requireStaff("webhook.replay");
  const id = readId(boundId);
  const replayed = await replayDelivery(staff, id);
  if (!replayed.ok) return replayed.error;
  revalidatePath("/admin/webhooks", "layout");
  redirect(`/admin/webhooks/${encodeURIComponent(id)}` as Route);
}

export async function replayStuckAction(boundSince: string): Promise<ReplayError | null> {
  const staff = await requireStaff("webhook.replay");
  const { from } = readPeriod({ from: String(boundSince) });
  if (!from) return { code: "nothing" };
  const replayed = await replayStuck(staff, new Date(from));
  if (!replayed.ok) return replayed.error;
  revalidatePath("/admin/webhooks", "layout");
  redirect(`/admin/webhooks/replays/${replayed.value.id}`);
}
