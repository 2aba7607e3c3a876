import { countOf, formatCount } from "@/components/ui/counts";
import type { CustomerPage, CustomerRow } from "@/lib/customers/model";
import { productName } from "@/lib/products/model";
import type { Turn } from "@/lib/statuses/model";

/** A draft may be older than its name. */
export function nameOf({ companyName }: { companyName: string }): string {
  return companyName || "Unnamed customer";
}

/** Whose move a customer waits for. */
export const turnLabels: Record<Turn, string> = {
  you: "You",
  customer: "Customer",
  plaid: "Plaid or a bank",
  nobody: "Nobody",
};

/** Whose move it is, as a sentence beside the badge. */
export const turnSentences: Record<Exclude<Turn, "nobody">, string> = {
  you: "Your turn",
  customer: "The customer's turn",
  plaid: "Plaid's or a bank's turn",
};

/** "24 customers", "1,000+ customers" */
export function matchingOf({ count, more }: CustomerPage["matching"]): string {
  return more ? `${formatCount(count)}+ customers` : countOf(count, "customer");
}

/** "Export 1,204 rows (CSV)" */
export function exportLabel({ count, more }: CustomerPage["matching"]): string {
  const rows = more ? "all rows" : countOf(count, "row");
  return `Export ${rows} (CSV)`;
}

type Banks = Pick<CustomerRow, "banksTotal" | "banksEnabled" | "banksAttention">;

/** "7 of 9 enabled · 1 needs attention" */
export function banksSummary({ banksTotal, banksEnabled, banksAttention }: Banks): string {
  const enabled = `${formatCount(banksEnabled)} of ${formatCount(banksTotal)} enabled`;
  if (banksAttention === 0) return enabled;
  return `${enabled} · ${formatCount(banksAttention)} ${banksAttention === 1 ? "needs" : "need"} attention`;
}

/** "7/9 (1 attention)" */
export function banksInShort({ banksTotal, banksEnabled, banksAttention }: Banks): string {
  const enabled = `${formatCount(banksEnabled)}/${formatCount(banksTotal)}`;
  return banksAttention === 0
    ? enabled
    : `${enabled} (${formatCount(banksAttention)}\u00a0attention)`;
}

const PRODUCTS_MAX = 2;

/** "Auth, Balance +3" */
export function productsInShort(codes: string[]): string {
  const named = codes.slice(0, PRODUCTS_MAX).map(productName).join(", ");
  const rest = codes.length - PRODUCTS_MAX;
  return rest > 0 ? `${named} +${rest}` : named;
}
