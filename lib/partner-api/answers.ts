import "server-only";
import { z } from "zod";
import type { InstitutionError } from "@/lib/institutions/model";
import { toRegistrationStatus } from "@/lib/institutions/model";

/*
 * What is read from Plaid's answers. Every field is optional in the SDK's types and Plaid may add
 * values and fields at any time: what we cannot do without is required, the rest is tolerated.
 */

const requestId = z.string().nullish();

const endCustomer = z
  .object({
    client_id: z.string().min(1),
    company_name: z.string().catch(""),
    status: z.string().min(1),
  })
  .transform(({ client_id, company_name, status }) => ({
    clientId: client_id,
    companyName: company_name,
    status,
  }));

const secret = z.string().min(1).nullish().catch(null);

export const createAnswer = z
  .object({
    end_customer: z.object({
      secrets: z.object({ sandbox: secret, production: secret }).catch({}),
    }),
    request_id: requestId,
  })
  .transform(({ end_customer: { secrets }, request_id }) => ({
    sandboxSecret: secrets.sandbox ?? null,
    productionSecret: secrets.production ?? null,
    requestId: request_id ?? null,
  }))
  .and(z.object({ end_customer: endCustomer }).transform(({ end_customer }) => end_customer));

export const getAnswer = z
  .object({ end_customer: endCustomer })
  .transform(({ end_customer }) => end_customer);

export const enableAnswer = z
  .object({ production_secret: z.string().min(1), request_id: requestId })
  .transform(({ production_secret, request_id }) => ({
    productionSecret: production_secret,
    requestId: request_id ?? null,
  }));

export const removeAnswer = z
  .object({ request_id: requestId })
  .transform(({ request_id }) => ({ requestId: request_id ?? null }));

/** Text says an empty string means none, the example says null: both do. */
const date = z.iso.date().nullish().catch(null);

const institutionError = z
  .object({
    error_type: z.string().catch(""),
    error_code: z.string().catch(""),
    error_message: z.string().catch(""),
    display_message: z.string().nullish().catch(null),
    request_id: z.string().nullish().catch(null),
  })
  .transform(
    (error): InstitutionError => ({
      errorType: error.error_type,
      errorCode: error.error_code,
      errorMessage: error.error_message,
      displayMessage: error.display_message ?? null,
      requestId: error.request_id ?? null,
    }),
  );

const institution = z
  .object({
    institution_id: z.string().min(1),
    name: z.string().nullish(),
    environments: z.record(z.string(), z.string().nullish().catch(null)).catch({}),
    production_enablement_date: date,
    classic_disablement_date: date,
    errors: z.array(institutionError).nullish().catch([]),
  })
  .transform((bank) => {
    const environments = Object.fromEntries(
      Object.entries(bank.environments).flatMap(([environment, status]) =>
        status ? [[environment, toRegistrationStatus(status)]] : [],
      ),
    );
    return {
      institutionId: bank.institution_id,
      name: bank.name || bank.institution_id,
      status: environments.production ?? "NOT_STARTED",
      environments,
      productionEnablementDate: bank.production_enablement_date ?? null,
      classicDisablementDate: bank.classic_disablement_date ?? null,
      errors: bank.errors ?? [],
    };
  });

export const registrationAnswer = z
  .object({
    flowdown_status: z.string().nullish().catch(null),
    questionnaire_status: z.string().nullish().catch(null),
    institutions: z.array(institution),
  })
  .transform((answer) => ({
    flowdownStatus: answer.flowdown_status ?? null,
    questionnaireStatus: answer.questionnaire_status ?? null,
    institutions: answer.institutions,
  }));

/** How one customer stands with every bank, as Plaid said it. */
export type RegistrationAnswer = z.output<typeof registrationAnswer>;
export type CreateAnswer = z.output<typeof createAnswer>;

export const keyAnswer = z.object({
  key: z.object({
    alg: z.literal("ES256"),
    crv: z.literal("P-256"),
    kty: z.literal("EC"),
    kid: z.string(),
    use: z.string(),
    x: z.string(),
    y: z.string(),
    expired_at: z.number().nullish(),
  }),
});
export type WebhookKey = z.output<typeof keyAnswer>["key"];
