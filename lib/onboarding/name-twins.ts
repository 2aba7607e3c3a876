import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { foldName } from "@/lib/names/model";
import { describeStatus, isDraft } from "@/lib/statuses/model";
import type { FieldErrors } from "./model";

/** Link shows "This Application" instead of a longer name, so none is suggested. */
const NAME_SHOWN_MAX = 30;

type Names = { applicationName: string; legalEntityName: string; companyName: string };
type Twin = Names & { status: string };

/** Warnings about names that another customer or draft of this portal has, to the hasty eye. */
export async function nameWarnings(
  source: Database | Transaction,
  { id, ...names }: Names & { id: string },
): Promise<FieldErrors> {
  const { applicationNameKey, legalEntityNameKey } = customers;
  const app = await findTwin(source, id, applicationNameKey, names.applicationName);
  const legal = await findTwin(source, id, legalEntityNameKey, names.legalEntityName);
  return {
    ...(app && { applicationName: applicationNameInUse(names, app) }),
    ...(legal && { legalEntityName: legalEntityNameInUse(names, legal) }),
  };
}

/** The oldest one. What was removed has given its names back. */
async function findTwin(
  source: Database | Transaction,
  id: string,
  keys: typeof customers.applicationNameKey | typeof customers.legalEntityNameKey,
  name: string,
): Promise<Twin | undefined> {
  const key = foldName(name);
  if (key === "") return undefined;
  const { applicationName, legalEntityName, companyName, status } = customers;
  const [twin] = await source
    .select({ applicationName, legalEntityName, companyName, status })
    .from(customers)
    .where(and(eq(keys, key), ne(customers.id, id), ne(customers.status, "REMOVED")))
    .orderBy(asc(customers.createdAt))
    .limit(1);
  return twin;
}

function applicationNameInUse({ applicationName, companyName }: Names, twin: Twin): string {
  const typed = applicationName.trim();
  const same = typed === twin.applicationName;
  const inUse = same
    ? `${typed} is already the application name of ${whoIs(twin)}`
    : `${typed} looks like ${twin.applicationName}, the application name of ${whoIs(twin)}`;
  const suggestion = `${typed} by ${companyName.trim()}`;
  const helps = companyName.trim() !== "" && foldName(companyName) !== foldName(typed);
  const next =
    helps && suggestion.length <= NAME_SHOWN_MAX ? `Try ${suggestion}` : "Choose another";
  return `${inUse}. Plaid needs a unique name; duplicates make bank registration fail. ${next}`;
}

function legalEntityNameInUse({ legalEntityName }: Names, twin: Twin): string {
  const typed = legalEntityName.trim();
  return `${typed} is already the legal entity name of ${whoIs(twin)}. Check that this company is not entered twice`;
}

function whoIs({ companyName, status }: Twin): string {
  const state = isDraft(status) ? "draft" : describeStatus(status).label;
  return `${companyName || "an unnamed customer"} (${status === "ACTIVE" ? "live" : state})`;
}
