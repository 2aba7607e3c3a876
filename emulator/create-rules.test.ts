import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { application, createCustomer, png, type Running, startProcess } from "./testing";

let emulator: Running;

beforeAll(async () => {
  emulator = await startProcess();
});
afterAll(() => emulator.stop());

const create = (body: Record<string, unknown>) => emulator.call("/partner/customer/create", body);
const logo = (file: Buffer) => file.toString("base64");
const contact = { given_name: "Ada", family_name: "Byte", email: "ada@harborpay.test" };
const address = application().address as Record<string, string>;
const long = "x".repeat(256);

describe("a refused application names its rule", () => {
  test.each<[rule: string, changes: Record<string, unknown>, code: string, message: string]>([
    [
      "C5",
      { website: undefined, address: undefined },
      "MISSING_FIELDS",
      "the following required fields are missing: website, address",
    ],
    [
      "C5",
      { website: null },
      "MISSING_FIELDS",
      "the following required fields are missing: website",
    ],
    [
      "C5",
      { nickname: "x", note: 1 },
      "UNKNOWN_FIELDS",
      "the following fields are not recognized by this endpoint: nickname, note",
    ],
    ["C5", { company_name: 5 }, "INVALID_FIELD", "company_name must be a string"],
    ["C5", { address: [] }, "INVALID_FIELD", "address must be an object"],
    ["C5", { redirect_uris: "https://a.test" }, "INVALID_FIELD", "redirect_uris must be an array"],
    ["K1", { is_diligence_attested: false }, "INVALID_FIELD", "is_diligence_attested must be true"],
    [
      "K1",
      { is_bank_addendum_completed: false },
      "INVALID_FIELD",
      "is_bank_addendum_completed must be true",
    ],
    ["K2", { legal_entity_name: "  " }, "INVALID_FIELD", "legal_entity_name must not be empty"],
    [
      "K2",
      { application_name: long },
      "INVALID_FIELD",
      "application_name must be at most 255 characters",
    ],
    [
      "K2",
      { address: { ...address, street: undefined, city: undefined } },
      "MISSING_FIELDS",
      "the following required fields are missing: address.street, address.city",
    ],
    [
      "K2",
      { address: { ...address, region: undefined } },
      "MISSING_FIELDS",
      "the following required fields are missing: address.region",
    ],
    [
      "K2",
      { address: { ...address, country_code: "XX" } },
      "INVALID_FIELD",
      "address.country_code must be an ISO-3166-1 alpha-2 country code",
    ],
    [
      "K2",
      { address: { ...address, country_code: "us" } },
      "INVALID_FIELD",
      "address.country_code must be an ISO-3166-1 alpha-2 country code",
    ],
    ["K3", { website: "harborpay" }, "INVALID_FIELD", "website must be a valid website"],
    ["K3", { website: "ftp://harborpay.test" }, "INVALID_FIELD", "website must be a valid website"],
    [
      "K4",
      { products: ["auth", "teleport"] },
      "INVALID_FIELD",
      'products must not contain "teleport"',
    ],
    [
      "K5",
      { create_link_customization: true },
      "LOGO_REQUIRED",
      "a logo is required because create_link_customization is set to true and the co-branded consent pane is in use",
    ],
    [
      "K6",
      { logo: "" },
      "INVALID_LOGO",
      "the logo must be a base64-encoded string of a PNG of size 1024x1024",
    ],
    ["K6", { logo: `data:image/png;base64,${logo(png())}` }, "INVALID_LOGO", ""],
    ["K6", { logo: `${logo(png())}\n` }, "INVALID_LOGO", ""],
    ["K6", { logo: logo(png(1024, 1023)) }, "INVALID_LOGO", ""],
    ["K6", { logo: logo(png(1023, 1024)) }, "INVALID_LOGO", ""],
    ["K6", { logo: logo(Buffer.alloc(64)) }, "INVALID_LOGO", ""],
    ["K6", { logo: logo(png(1024, 1024, 4_000_001)) }, "INVALID_LOGO", ""],
    [
      "K7",
      { technical_contact: { ...contact, email: undefined } },
      "MISSING_FIELDS",
      "the following required fields are missing: technical_contact.email",
    ],
    [
      "K7",
      { billing_contact: { ...contact, email: "nobody" } },
      "INVALID_FIELD",
      "billing_contact.email must be a valid email address",
    ],
    [
      "K8",
      { customer_support_info: undefined },
      "MISSING_FIELDS",
      "the following required fields are missing: customer_support_info.email",
    ],
    [
      "K8",
      { customer_support_info: { phone_number: "1" } },
      "MISSING_FIELDS",
      "the following required fields are missing: customer_support_info.email",
    ],
    [
      "K9",
      { assets_under_management: { amount: 1 } },
      "MISSING_FIELDS",
      "the following required fields are missing: assets_under_management.iso_currency_code",
    ],
    [
      "K9",
      { assets_under_management: { amount: -1, iso_currency_code: "USD" } },
      "INVALID_FIELD",
      "assets_under_management.amount must be a number of at least 0",
    ],
    [
      "K9",
      { assets_under_management: { amount: 1, iso_currency_code: "QQQ" } },
      "INVALID_FIELD",
      "assets_under_management.iso_currency_code must be an ISO-4217 code",
    ],
    [
      "K10",
      { redirect_uris: ["/oauth"] },
      "INVALID_FIELD",
      "redirect_uris[0] must be a valid absolute URI",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.test", "http://a.test"] },
      "INVALID_FIELD",
      "redirect_uris[1] must use https",
    ],
    [
      "K10",
      { redirect_uris: ["myapp://oauth"] },
      "INVALID_FIELD",
      "redirect_uris[0] must use https",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.test/?"] },
      "INVALID_FIELD",
      "redirect_uris[0] must not contain query parameters",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.test/#x"] },
      "INVALID_FIELD",
      "redirect_uris[0] must not contain a fragment",
    ],
    [
      "K10",
      { redirect_uris: ["https://u@a.test/"] },
      "INVALID_FIELD",
      "redirect_uris[0] must not contain user information",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.*.test/"] },
      "INVALID_FIELD",
      "redirect_uris[0] may use a wildcard only as the whole left-most label of the host",
    ],
    [
      "K10",
      { redirect_uris: ["https://*.test/"] },
      "INVALID_FIELD",
      "redirect_uris[0] may use a wildcard only as the whole left-most label of the host",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.test/*"] },
      "INVALID_FIELD",
      "redirect_uris[0] may use a wildcard only as the whole left-most label of the host",
    ],
    [
      "K10",
      { redirect_uris: ["https://a.test", "https://A.test/"] },
      "INVALID_FIELD",
      "redirect_uris[1] must be unique",
    ],
    ["K10", { redirect_uris: [7] }, "INVALID_FIELD", "redirect_uris[0] must be a string"],
    [
      "K10",
      { redirect_uris: Array.from({ length: 51 }, (_, i) => `https://a${i}.test`) },
      "INVALID_FIELD",
      "redirect_uris must have at most 50 entries",
    ],
    [
      "K11",
      { registration_number: "12a" },
      "INVALID_FIELD",
      "registration_number must be 1 to 10 digits",
    ],
    [
      "K11",
      { registration_number: "12345678901" },
      "INVALID_FIELD",
      "registration_number must be 1 to 10 digits",
    ],
  ])("%s %j", async (_rule, changes, code, message) => {
    const { status, body } = await create(application(changes));

    expect({ status, code: body.error_code }).toEqual({ status: 400, code });
    expect(body.error_message).toContain(message);
  });
});

describe("an accepted application", () => {
  test.each<[rule: string, changes: Record<string, unknown>]>([
    [
      "K2 needs no region outside the US and Canada",
      { address: { ...address, country_code: "DE", region: undefined } },
    ],
    [
      "K2 takes long web addresses",
      {
        website: `https://harborpay.test/${long}`,
        customer_support_info: {
          email: "help@harborpay.test",
          phone_number: "+14155550132",
          contact_url: `https://harborpay.test/${long}`,
        },
      },
    ],
    ["K3 takes a website with a scheme", { website: "https://www.harborpay.test/about" }],
    ["K4 takes null products", { products: null }],
    ["K5 may customise Link with a logo", { create_link_customization: true, logo: logo(png()) }],
    ["K6 takes a logo of exactly 4,000,000 bytes", { logo: logo(png(1024, 1024, 4_000_000)) }],
    ["K7 may bring its own contacts", { technical_contact: contact, billing_contact: contact }],
    [
      "K9 may bring assets under management",
      { assets_under_management: { amount: 0, iso_currency_code: "USD" } },
    ],
    [
      "K10 takes local http, https and a wildcard",
      {
        redirect_uris: [
          "http://localhost/oauth.html",
          "https://www.example.com/oauth.html",
          "https://*.example.com/oauth",
        ],
      },
    ],
    ["K11 may bring a registration number", { registration_number: "3511" }],
    ["C5 leaves nested objects open", { address: { ...address, floor: 3 } }],
  ])("%s", async (_rule, changes) => {
    const { status, body } = await create(application(changes));
    expect(body).toHaveProperty("end_customer.client_id");
    expect(status).toBe(200);
  });

  test("K4 without products gets those of the partner", async () => {
    const { client_id } = await createCustomer(emulator, { products: [] });
    const { body } = await emulator.control("GET", `/customers/${client_id}`);
    expect(body.products).toContain("cra_partner_insights");
  });

  test("keeps the exact logo bytes for inspection", async () => {
    const file = png();
    const { client_id } = await createCustomer(emulator, { logo: logo(file) });
    const response = await fetch(`${emulator.url}/_emulator/customers/${client_id}/logo`);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
  });
});
