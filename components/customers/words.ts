import { formatCount } from "@/components/ui/counts";
import type { CustomerPage, CustomerRow } from "@/lib/customers/model";
import standIns from "@/lib/languages/messages/en/staff/standIns.json";
import type { Translate } from "@/lib/languages/model";
import { productName } from "@/lib/products/model";

/** A draft may be older than its name. */
export function nameOf({ companyName }: { companyName: string }): string {
  return companyName || standIns.customer;
}

/** "24 customers", "1,000+ customers" */
export function matchingOf(
  { count, more }: CustomerPage["matching"],
  t: Translate<"customers">,
): string {
  if (more) return t("list.matching.more", { count: formatCount(count) });
  return t("list.matching.exactly", { count });
}

/** "Export 1,204 rows (CSV)" */
export function exportLabel(
  { count, more }: CustomerPage["matching"],
  t: Translate<"customers">,
): string {
  return more ? t("list.export.all") : t("list.export.rows", { count });
}

type Banks = Pick<CustomerRow, "banksTotal" | "banksEnabled" | "banksAttention">;

/** "7 of 9 enabled · 1 needs attention" */
export function banksSummary(banks: Banks, t: Translate<"customers">): string {
  const count = banks.banksAttention;
  return count === 0
    ? t("banks.enabled", countsOf(banks))
    : t("banks.attention", { ...countsOf(banks), count });
}

/** "7/9 (1 attention)" */
export function banksInShort(banks: Banks, t: Translate<"customers">): string {
  if (banks.banksAttention === 0) return t("list.row.banks", countsOf(banks));
  const count = formatCount(banks.banksAttention);
  return t("list.row.banksAttention", { ...countsOf(banks), count });
}

function countsOf({ banksTotal, banksEnabled }: Banks) {
  return { enabled: formatCount(banksEnabled), total: formatCount(banksTotal) };
}

const PRODUCTS_MAX = 2;

/** "Auth, Balance +3" */
export function productsInShort(codes: string[]): string {
  const named = codes.slice(0, PRODUCTS_MAX).map(productName).join(", ");
  const rest = codes.length - PRODUCTS_MAX;
  return rest > 0 ? `${named} +${rest}` : named;
}
