"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Explanation } from "@/components/acts/explanation";
import { explainRun } from "@/components/runs/texts";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { idsMatching } from "@/lib/customers/list";
import { fromStart, readFilter } from "@/lib/portfolio/model";
import { askForRun } from "@/lib/runs/create";
import { chosenKinds, RUN_ITEMS_MAX } from "@/lib/runs/model";

/** Leads from ticked rows, or from all that a filter leaves, to the question about them. */
export async function askForRunAction(
  _state: unknown,
  form: FormData,
): Promise<Explanation | null> {
  const staff = await requireStaff("customer.bulk");
  const [t, acts] = [await getTranslations("runs.told"), await getTranslations("acts")];
  const kind = chosenKinds.find((one) => one === form.get("kind"));
  if (!kind) return explainRun({ code: "nothing_to_do", selected: 0 }, t, acts);
  const ids = form.has("all") ? await allMatching(staff, form) : ticked(form);
  if (!ids) return explainRun({ code: "too_many", max: RUN_ITEMS_MAX }, t, acts);
  const asked = await askForRun(staff, { kind, ids });
  if (!asked.ok) return explainRun(asked.error, t, acts);
  redirect(`/runs/${asked.value.id}` as Route);
}

function ticked(form: FormData): string[] {
  return form
    .getAll("customer")
    .filter((id) => typeof id === "string" && /^\w{1,64}$/.test(id)) as string[];
}

/** Undefined when there are more than one run may have. */
async function allMatching(staff: StaffActor, form: FormData): Promise<string[] | undefined> {
  const filter = readFilter(Object.fromEntries(new URLSearchParams(String(form.get("filter")))));
  const { ids, more } = await idsMatching(staff, fromStart(filter), RUN_ITEMS_MAX);
  return more ? undefined : ids;
}
