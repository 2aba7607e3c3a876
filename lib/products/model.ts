/** Plaid's products a reseller may ask for, grouped as people look for them. */
export const productGroups = [
  {
    title: "Money movement and accounts",
    products: [
      { code: "auth", name: "Auth", about: "Account and routing numbers" },
      { code: "balance", name: "Balance", about: "Balances at this moment" },
      { code: "identity", name: "Identity", about: "Who owns the account" },
      { code: "transactions", name: "Transactions", about: "Up to 24 months of transactions" },
    ],
  },
  {
    title: "Lending and income",
    products: [
      { code: "assets", name: "Assets", about: "Asset reports for lending" },
      { code: "income_verification", name: "Income", about: "Income from bank or payroll" },
      { code: "employment", name: "Employment", about: "Who employs the person" },
      { code: "liabilities", name: "Liabilities", about: "Loans and credit cards" },
      { code: "cra_base_report", name: "Base Report", about: "Consumer report: accounts" },
      { code: "cra_income_insights", name: "Income Insights", about: "Consumer report: income" },
      { code: "cra_partner_insights", name: "Partner Insights", about: "Consumer report: scores" },
    ],
  },
  {
    title: "Investments",
    products: [
      { code: "investments", name: "Investments", about: "Holdings and trades" },
      { code: "investments_auth", name: "Investments Move", about: "Numbers for transfers" },
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
