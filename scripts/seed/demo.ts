import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import type { Actor } from "@/lib/auth/model";
import { enableCustomer } from "@/lib/customers/enable";
import { refreshStatus } from "@/lib/customers/refresh";
import { removeCustomer } from "@/lib/customers/remove";
import { env } from "@/lib/env";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { attest } from "@/lib/onboarding/attest";
import { type Answers, answerSteps } from "@/lib/onboarding/model";
import { payloadSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { wholeStep } from "@/scripts/testing/drafts";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { handOver } from "./hand-over";
import { type DemoCustomer, portfolio } from "./portfolio";

const emulator = createEmulatorClient(() => env().PLAID_BASE_URL);

/** A believable portfolio through the portal's own functions and the emulator. What is there stays. */
export async function seedDemo(actor: Actor): Promise<void> {
  const rows = await db.select({ companyName: customers.companyName }).from(customers);
  const known = new Set(rows.map(({ companyName }) => companyName));
  const missing = portfolio.filter(({ companyName }) => !known.has(companyName));
  for (const customer of missing.toReversed()) await seedCustomer(actor, customer);
}

async function seedCustomer(actor: Actor, wanted: DemoCustomer): Promise<void> {
  const { id } = await startOnboarding(actor);
  const { end, contact } = wanted;
  if (contact) return handOver(actor, { id, answers: answersOf(wanted), contact, end });
  await fill(actor, id, wanted);
  if (end === "SUBMITTING") return show(id, end);
  if (end === "DRAFT" || end === "READY") return;

  if (end === "SUBMIT_UNKNOWN") {
    await emulator.faults([
      { endpoint: "/partner/customer/create", kind: "drop-after-commit", times: 1 },
    ]);
  }
  await emulator.setPartner({ has_monthly_commitment: end === "SUBMIT_FAILED" });
  await submitOnboarding(actor, id);
  if (end === "SUBMIT_UNKNOWN" || end === "SUBMIT_FAILED") return;
  await move(actor, id, wanted);
}

async function move(actor: Actor, id: string, { end, banks = {} }: DemoCustomer): Promise<void> {
  const clientId = await clientIdOf(id);
  if (end === "REMOVED") return void (await removeCustomer(actor, id));
  if (end === "ENABLING" || end === "ENABLE_UNKNOWN") return show(id, end);
  if (end !== "ACTIVE") {
    await emulator.setStatus(clientId, end);
    await refreshStatus(actor, { id, clientId });
    return;
  }
  await enableCustomer(actor, id);
  for (const [institutionId, bank] of Object.entries(banks)) {
    await emulator.setInstitution(clientId, institutionId, {
      status: bank.status,
      webhook: false,
      ...(bank.error && { errors: [bank.error] }),
      ...(bank.enabledOn && { production_enablement_date: bank.enabledOn }),
      ...(bank.classicEnds && { classic_disablement_date: bank.classicEnds }),
    });
  }
  await refreshInstitutions({ id, clientId }, "check");
}

/** A state that only passes by in real life; nothing is scheduled that would end it. */
async function show(id: string, status: string): Promise<void> {
  await db
    .update(customers)
    .set({ status, statusSince: sql`now()`, dueAt: null })
    .where(eq(customers.id, id));
}

async function clientIdOf(id: string): Promise<string> {
  const [customer] = await db
    .select({ clientId: customers.clientId, companyName: customers.companyName })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer?.clientId) throw new Error(`${customer?.companyName} was not created at Plaid`);
  return customer.clientId;
}

async function fill(actor: Actor, id: string, wanted: DemoCustomer): Promise<void> {
  const answers = answersOf(wanted);
  const steps = wanted.end === "DRAFT" ? answerSteps.slice(0, 2) : answerSteps;
  for (const step of steps) {
    await saveStep(actor, wholeStep(id, step, answers[step]));
  }
  if (wanted.end === "DRAFT") return;

  const { checked } = await readState(db, id);
  if (!checked) throw new Error(`The demo answers for ${wanted.companyName} are incomplete`);
  const textVersions = { due_diligence: 1, bank_addendum: 1 };
  const confirmed = { dueDiligence: true, bankAddendum: true, textVersions };
  await attest(actor, { id, ...confirmed, payloadSha256: payloadSha256(checked) });
}

function answersOf(wanted: DemoCustomer): Answers {
  const { companyName, legalEntityName = `${companyName} Inc.`, country } = wanted;
  const domain = /^[\w ]+$/.test(companyName)
    ? companyName.toLowerCase().replaceAll(" ", "-")
    : `customer-${Math.abs(portfolio.indexOf(wanted))}`;
  const site = `https://www.${domain}.example`;
  const us = { code: "US", city: "Boston", postalCode: "02109", region: "MA" };
  const { code, ...place } = country ?? us;
  return {
    company: {
      companyName,
      legalEntityName,
      website: site,
      applicationName: wanted.applicationName ?? companyName,
      address: { countryCode: code, street: "12 Harbor Street", ...place },
      isDepository: false,
      registrationNumber: "",
    },
    contacts: {
      technical: {
        use: "theirs",
        givenName: "Ana",
        familyName: "Ruiz",
        email: `dev@${domain}.example`,
      },
      billing: { use: "ours", givenName: "", familyName: "", email: "" },
    },
    support: {
      email: `help@${domain}.example`,
      phoneNumber: "+1 617 555 0132",
      contactUrl: `${site}/contact`,
      linkUpdateUrl: `${site}/banks`,
    },
    products: {
      use: "chosen",
      products: ["auth", "balance", "transactions"],
      assetsUnderManagement: { amount: "", currency: "" },
    },
    logo: { createLinkCustomization: false, logo: "" },
    "redirect-uris": { redirectUris: [`${site}/oauth`] },
  };
}
