import { TEXT_LENGTH_MAX } from "./assumptions";
import { PlaidFailure } from "./errors";

export type Body = Record<string, unknown>;

type Shape = "string" | "boolean" | "object" | "array" | "array-or-null";
type Field = { name: string; shape: Shape; required?: true };

const CREDENTIALS: readonly Field[] = [
  { name: "client_id", shape: "string" },
  { name: "secret", shape: "string" },
];

/** Rule C5: required, then unknown, then wrong types; nested objects are open. */
export function checkFields(body: Body, fields: readonly Field[]): void {
  const missing = fields.filter(({ name, required }) => required && isAbsent(body[name]));
  if (missing.length > 0) throw missingFields(missing.map(({ name }) => name));

  const known = [...CREDENTIALS, ...fields];
  const unknown = Object.keys(body).filter((key) => !known.some(({ name }) => name === key));
  if (unknown.length > 0) throw new PlaidFailure("UNKNOWN_FIELDS", unknown.join(", "));

  for (const { name, shape } of known) {
    const value = body[name];
    if (value !== undefined && !hasShape(value, shape)) {
      throw invalidField(name, `must be ${inWords(shape)}`);
    }
  }
}

export function missingFields(names: string[]): PlaidFailure {
  return new PlaidFailure("MISSING_FIELDS", names.join(", "));
}

export function invalidField(name: string, problem: string): PlaidFailure {
  return new PlaidFailure("INVALID_FIELD", `${name} ${problem}`);
}

/** Rule K2. @returns the trimmed text. */
export function text(value: unknown, name: string, lengthMax = TEXT_LENGTH_MAX): string {
  if (typeof value !== "string") throw invalidField(name, "must be a string");
  const trimmed = value.trim();
  if (trimmed === "") throw invalidField(name, "must not be empty");
  if (trimmed.length > lengthMax) {
    throw invalidField(name, `must be at most ${lengthMax} characters`);
  }
  return trimmed;
}

/** Reads the parts of a nested object; the absent ones are reported together by their path. */
export function requireParts(value: Body, name: string, parts: readonly string[]): string[] {
  const missing = parts.filter((part) => isAbsent(value[part]));
  if (missing.length > 0) throw missingFields(missing.map((part) => `${name}.${part}`));
  return parts.map((part) => text(value[part], `${name}.${part}`));
}

export function isObject(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function hasShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case "array":
      return Array.isArray(value);
    case "array-or-null":
      return value === null || Array.isArray(value);
    case "object":
      return isObject(value);
    case "string":
    case "boolean":
      return typeof value === shape;
  }
}

function inWords(shape: Shape): string {
  if (shape === "object") return "an object";
  return shape === "array" || shape === "array-or-null" ? "an array" : `a ${shape}`;
}

export const customerIdField: readonly Field[] = [
  { name: "end_customer_client_id", shape: "string", required: true },
];

export const keyIdField: readonly Field[] = [{ name: "key_id", shape: "string", required: true }];

export const createFields: readonly Field[] = [
  { name: "company_name", shape: "string", required: true },
  { name: "is_diligence_attested", shape: "boolean", required: true },
  { name: "products", shape: "array-or-null" },
  { name: "create_link_customization", shape: "boolean" },
  { name: "logo", shape: "string" },
  { name: "legal_entity_name", shape: "string", required: true },
  { name: "website", shape: "string", required: true },
  { name: "application_name", shape: "string", required: true },
  { name: "technical_contact", shape: "object" },
  { name: "billing_contact", shape: "object" },
  { name: "customer_support_info", shape: "object" },
  { name: "address", shape: "object", required: true },
  { name: "is_bank_addendum_completed", shape: "boolean", required: true },
  { name: "assets_under_management", shape: "object" },
  { name: "redirect_uris", shape: "array" },
  { name: "registration_number", shape: "string" },
];
