import type { Language } from "@/lib/languages/model";

export type DemoContact = { name: string; email: string; language: Language };

/** What Plaid is made to say about a customer of the demo; `draft` ones are never sent. */
export type DemoCustomer = {
  companyName: string;
  legalEntityName?: string;
  applicationName?: string;
  country?: { code: string; city: string; postalCode: string; region: string };
  /** Where the customer ends up. */
  end:
    | "DRAFT"
    | "READY"
    | "SUBMIT_FAILED"
    | "SUBMIT_UNKNOWN"
    | "UNDER_REVIEW"
    | "MORE_INFORMATION_NEEDED"
    | "PENDING_ENABLEMENT"
    | "ACTIVE"
    | "DENIED"
    | "REMOVED"
    /** With its `contact`, or handed in by that person. */
    | "INVITED"
    | "CUSTOMER_EDITING"
    | "IN_REVIEW"
    | "CHANGES_REQUESTED"
    /** Ours, shown as they are: nothing moves them on. */
    | "SUBMITTING"
    | "ENABLING"
    | "ENABLE_UNKNOWN";
  /** Who fills in the customer's part. */
  contact?: DemoContact;
  /** Bank → status (and Plaid's words), for live customers. */
  banks?: Record<
    string,
    { status: string; error?: string; enabledOn?: string; classicEnds?: string }
  >;
};

const everyBank = [
  "ins_56",
  "ins_128026",
  "ins_127989",
  "ins_127991",
  "ins_13",
  "ins_127990",
  "ins_11",
  "ins_5",
  "ins_10",
  "ins_14",
];

function allEnabled(enabledOn: string): NonNullable<DemoCustomer["banks"]> {
  return Object.fromEntries(everyBank.map((id) => [id, { status: "ENABLED", enabledOn }]));
}

export const portfolio: DemoCustomer[] = [
  {
    companyName: "Harbor Pay",
    legalEntityName: "Harbor Payments Inc.",
    end: "ACTIVE",
    banks: {
      ...allEnabled("2026-11-06"),
      ins_56: { status: "PROCESSING" },
      ins_11: { status: "PROCESSING" },
      ins_13: { status: "NOT_STARTED" },
      ins_127989: { status: "ATTENTION_REQUIRED", error: "Application logo is required" },
      ins_5: { status: "APPROVED", enabledOn: "2026-11-19" },
      ins_10: { status: "ENABLED", enabledOn: "2026-11-02", classicEnds: "2026-12-15" },
    },
  },
  {
    companyName: "Juniper Budget",
    legalEntityName: "Juniper Budgeting LLC",
    end: "ACTIVE",
    banks: allEnabled("2026-10-14"),
  },
  {
    companyName: "Quay Analytics",
    legalEntityName: "Quay Analytics Ltd.",
    end: "PENDING_ENABLEMENT",
  },
  {
    companyName: "みずいろ決済",
    legalEntityName: "株式会社みずいろ決済サービス",
    applicationName: "みずいろペイ",
    country: { code: "JP", city: "東京都千代田区", postalCode: "100-0005", region: "" },
    end: "PENDING_ENABLEMENT",
  },
  { companyName: "Meridian Payroll", end: "UNDER_REVIEW" },
  {
    companyName: "Österreichische Genossenschaft für grenzüberschreitende Zahlungsabwicklung",
    legalEntityName:
      "Österreichische Genossenschaft für grenzüberschreitende Zahlungsabwicklung registrierte Genossenschaft mit beschränkter Haftung",
    applicationName: "ÖGZ Konto",
    country: { code: "AT", city: "Wien", postalCode: "1010", region: "" },
    end: "UNDER_REVIEW",
  },
  { companyName: "Cedar Credit Union", end: "MORE_INFORMATION_NEEDED" },
  { companyName: "Sable Invest", end: "DENIED" },
  { companyName: "Tidal Rent", end: "REMOVED" },
  { companyName: "Lumen Ledger", end: "SUBMIT_UNKNOWN" },
  { companyName: "Atlas Wallet", end: "SUBMIT_FAILED" },
  { companyName: "Vesper Savings", end: "READY" },
  { companyName: "Orchard Tax", end: "DRAFT" },
  {
    companyName: "مدفوعات الواحة",
    legalEntityName: "شركة مدفوعات الواحة",
    end: "INVITED",
    contact: { name: "ليلى حداد", email: "layla@oasis-payments.example", language: "en" },
  },
  {
    companyName: "Copper Capital",
    end: "CUSTOMER_EDITING",
    contact: { name: "Kofi Mensah", email: "kofi@copper-capital.example", language: "en" },
  },
  {
    companyName: "Willow Lending",
    end: "IN_REVIEW",
    contact: { name: "Ana Ruiz", email: "ana@willow-lending.example", language: "es" },
  },
  {
    companyName: "Saffron Pay",
    end: "CHANGES_REQUESTED",
    contact: { name: "Inès Moreau", email: "ines@saffron-pay.example", language: "fr" },
  },
  { companyName: "Granite Checkout", end: "SUBMITTING" },
  { companyName: "Nordwind Lending", end: "ENABLING" },
  { companyName: "Acme Payroll", end: "ENABLE_UNKNOWN" },
];
