import { notFound } from "next/navigation";
import { cache } from "react";
import { readId } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import { getPerson } from "@/lib/team/queries";

/** Read once per request: the page's title and the page itself ask for it. */
export const loadPerson = cache(async (boundId: string) => {
  const staff = await requireStaff("team.manage");
  const person = await getPerson(staff, readId(boundId));
  if (!person) notFound();
  return person;
});
