"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { sql } from "@/scripts/bench/bare/app/database";

/** One statement, of a row that exists. */
export async function saveAction(form: FormData): Promise<void> {
  const { id, website } = Object.fromEntries(form);
  await sql`
    update step_answers set version = version + 1, saved_at = now(),
      answers = jsonb_set(answers, '{website}', to_jsonb(${String(website)}::text))
    where customer_id = ${String(id)} and step = 'company'`;
  redirect("/save" as Route);
}
