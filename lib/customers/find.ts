import "server-only";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { everything } from "@/lib/portfolio/model";
import { listCustomers } from "./list";
import { FOUND_MAX, type FoundCustomer } from "./model";

const SEARCH_MAX = 200;

/** The first few customers that the list finds as well. */
export async function findCustomers(actor: Actor, typed: string): Promise<FoundCustomer[]> {
  authorize(actor, "customer.read");
  const search = typed.slice(0, SEARCH_MAX).trim();
  if (search === "") return [];
  const { rows } = await listCustomers(actor, { ...everything, search, size: 25 });
  return rows
    .slice(0, FOUND_MAX)
    .map(({ id, companyName, legalEntityName, status, line, home }) => ({
      ...{ id, companyName, legalEntityName, status, line, home },
    }));
}
