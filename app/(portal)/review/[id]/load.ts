import { notFound } from "next/navigation";
import { cache } from "react";
import { requireStaff } from "@/lib/auth/session";
import { getReview } from "@/lib/reviews/queries";

/** The review of the address, read once per request; a page that is not found otherwise. */
export const loadReview = cache(async (id: string) => {
  const staff = await requireStaff("onboarding.review");
  const review = /^[\w-]{1,64}$/.test(id) ? await getReview(staff, id) : undefined;
  if (!review) notFound();
  return { staff, review };
});
