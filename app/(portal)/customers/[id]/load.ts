import { notFound } from "next/navigation";
import { cache } from "react";
import { requireStaff } from "@/lib/auth/session";
import { getCustomer } from "@/lib/customers/queries";

/** The customer of the address, read once per request; a page that is not found otherwise. */
export const loadCustomer = cache(async (id: string) => {
  const staff = await requireStaff("customer.read");
  const customer = await getCustomer(staff, id);
  if (!customer) notFound();
  return { staff, customer };
});
