import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import type { ImportView } from "@/lib/imports/model";
import { getImport } from "@/lib/imports/queries";

/** A file that can still be worked on; once its drafts are being made, their run is what to look at. */
export async function loadImport(id: string): Promise<{ staff: StaffActor; file: ImportView }> {
  const staff = await requireStaff("customer.bulk");
  const file = await getImport(staff, id);
  if (!file) notFound();
  if (file.runId) redirect(`/runs/${file.runId}` as Route);
  return { staff, file };
}
