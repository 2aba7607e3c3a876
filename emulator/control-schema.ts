import { z } from "zod";
import { PRODUCTS } from "./assumptions";

/** Open on purpose: values Plaid has not invented yet must be possible, whatever they look like. */
const status = z.string().min(1).max(500);
const date = z.union([z.iso.date(), z.literal("")]).nullable();
const url = z.url({ protocol: /^https?$/ });

const contact = z.strictObject({
  given_name: z.string(),
  family_name: z.string(),
  email: z.string(),
});
const contactOrNone = z.union([contact, z.null(), z.boolean()]).optional();

export const partnerSchema = z.strictObject({
  default_contacts: z
    .union([
      z.boolean(),
      z.null(),
      z.strictObject({
        technical: contactOrNone,
        technical_contact: contactOrNone,
        billing: contactOrNone,
        billing_contact: contactOrNone,
      }),
    ])
    .optional(),
  products: z.array(z.enum(PRODUCTS)).optional(),
  has_monthly_commitment: z.boolean().optional(),
  support_info_mandatory: z.boolean().optional(),
  flowdown_complete: z.boolean().optional(),
  questionnaire_complete: z.boolean().optional(),
  has_logo: z.boolean().optional(),
  is_reseller: z.boolean().optional(),
});

export const optionsSchema = z.strictObject({
  extra_response_fields: z.boolean().optional(),
  rate_limit_per_minute: z.int().min(0).nullable().optional(),
  existing_companies: z.array(z.string()).optional(),
  taken_application_names: z.array(z.string()).optional(),
});

export const statusSchema = z.strictObject({ status });

export const customerSchema = z.strictObject({
  company_name: z.string().min(1),
  application_name: z.string().min(1).optional(),
  client_id: z
    .string()
    .regex(/^[0-9a-z]{1,64}$/)
    .optional(),
  status: status.optional(),
  flowdown_status: status.optional(),
  questionnaire_status: status.optional(),
  secrets: z.strictObject({ sandbox: z.string(), production: z.string() }).optional(),
});

const registrationError = z.union([
  z.string().transform((error_message) => ({ error_message })),
  z.looseObject({
    error_type: z.string().optional(),
    error_code: z.string().optional(),
    error_message: z.string().optional(),
    display_message: z.string().nullable().optional(),
    request_id: z.string().optional(),
  }),
]);

export const institutionSchema = z.strictObject({
  status,
  name: z.string().min(1).optional(),
  errors: z.array(registrationError).optional(),
  production_enablement_date: date.optional(),
  classic_disablement_date: date.optional(),
  webhook: z.boolean().optional(),
  automatic: z.boolean().optional(),
});

export const agreementsSchema = z.strictObject({
  flowdown_status: status.optional(),
  questionnaire_status: status.optional(),
});

export const webhooksSchema = z.strictObject({ url: url.nullable() });
export const clockSchema = z.strictObject({ speed: z.number().min(0).max(1_000_000) });
export const advanceSchema = z.strictObject({ ms: z.number().min(0) });

export const rotateSchema = z.strictObject({
  expire_old: z.boolean().optional(),
  environment: z.enum(["production", "sandbox"]).optional(),
});

const anyBody = z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]);

export const signSchema = z.strictObject({
  body: anyBody,
  claims: z.record(z.string(), z.unknown()).optional(),
});

export const sendSchema = z.strictObject({
  body: anyBody,
  times: z.int().min(1).max(20_000).optional(),
  parallel: z.int().min(1).max(64).optional(),
  header_overrides: z.record(z.string(), z.string().nullable()).optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
  jwt_header: z.record(z.string(), z.unknown()).optional(),
  same_token: z.boolean().optional(),
  kid: z.string().optional(),
  url: url.optional(),
});

export type SignInput = z.infer<typeof signSchema>;
export type SendInput = z.infer<typeof sendSchema>;
export type PartnerInput = z.infer<typeof partnerSchema>;
