/** Plaid's products a reseller may ask for, grouped as people look for them; titles as staff read them. */
export const productGroups = [
  {
    id: "money",
    title: "Money movement and accounts",
    products: [
      { code: "auth", name: "Auth" },
      { code: "balance", name: "Balance" },
      { code: "identity", name: "Identity" },
      { code: "transactions", name: "Transactions" },
    ],
  },
  {
    id: "lending",
    title: "Lending and income",
    products: [
      { code: "assets", name: "Assets" },
      { code: "income_verification", name: "Income" },
      { code: "employment", name: "Employment" },
      { code: "liabilities", name: "Liabilities" },
      { code: "cra_base_report", name: "Base Report" },
      { code: "cra_income_insights", name: "Income Insights" },
      { code: "cra_partner_insights", name: "Partner Insights" },
    ],
  },
  {
    id: "investments",
    title: "Investments",
    products: [
      { code: "investments", name: "Investments" },
      { code: "investments_auth", name: "Investments Move" },
    ],
  },
] as const;

export const productCodes: string[] = productGroups.flatMap((group) =>
  group.products.map((product) => product.code),
);

const names = new Map<string, string>(
  productGroups.flatMap((group) => group.products.map(({ code, name }) => [code, name] as const)),
);

export function productName(code: string): string {
  return names.get(code) ?? code;
}

/** As part of a sentence. */
export function productNames(codes: string[]): string {
  return codes.map(productName).join(", ");
}
