"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readFile, readId, readRaw } from "@/app/read-input";
import type { MapState } from "@/components/imports/map-form";
import type { UploadState } from "@/components/imports/upload-form";
import { requireStaff } from "@/lib/auth/session";
import { createDrafts } from "@/lib/imports/create-drafts";
import { fixRow, mapColumns } from "@/lib/imports/map";
import { type CreateDraftsError, IMPORT_COLUMNS_MAX } from "@/lib/imports/model";
import { uploadImport } from "@/lib/imports/upload";

export async function uploadImportAction(
  _state: UploadState,
  form: FormData,
): Promise<UploadState> {
  const staff = await requireStaff("customer.bulk");
  const file = readFile(form, "file");
  if (!file) return { error: { code: "no_file" } };
  const bytes = Buffer.from(await file.arrayBuffer());
  const uploaded = await uploadImport(staff, { name: file.name, bytes });
  if (!uploaded.ok) return { error: uploaded.error };
  redirect(`/customers/import/${uploaded.value.id}` as Route);
}

export async function mapColumnsAction(
  boundId: string,
  _state: MapState,
  form: FormData,
): Promise<MapState> {
  const staff = await requireStaff("customer.bulk");
  const id = readId(boundId);
  const chosen = Array.from({ length: IMPORT_COLUMNS_MAX }, (_, column) =>
    readRaw(form, `column.${column}`),
  );
  const mapping = chosen.map((key) => key || null);
  const mapped = await mapColumns(staff, { id, mapping });
  if (!mapped.ok) return { error: mapped.error, chosen };
  revalidatePath(`/customers/import/${id}`, "layout");
  redirect(`/customers/import/${id}/check` as Route);
}

/** Back to the same rows, which say what came of it. */
export async function fixRowAction(
  boundId: string,
  boundAt: string,
  form: FormData,
): Promise<void> {
  const staff = await requireStaff("customer.bulk");
  const id = readId(boundId);
  const position = Number(readRaw(form, "position"));
  const values = Object.fromEntries(
    [...form.keys()]
      .filter((name) => name.startsWith("value."))
      .map((name) => [name.slice("value.".length), readRaw(form, name)]),
  );
  const notTwin = form.has("notTwin");
  await fixRow(staff, { id, position: Number.isInteger(position) ? position : 0, values, notTwin });
  revalidatePath(`/customers/import/${id}/check`);
  const query = new URLSearchParams(typeof boundAt === "string" ? boundAt.slice(0, 100) : "");
  query.set("saved", String(position));
  redirect(`/customers/import/${id}/check?${query}` as Route);
}

export async function createDraftsAction(boundId: string): Promise<CreateDraftsError | null> {
  const staff = await requireStaff("customer.bulk");
  const created = await createDrafts(staff, readId(boundId));
  if (!created.ok) return created.error;
  revalidatePath("/runs", "layout");
  redirect(`/runs/${created.value.runId}` as Route);
}
