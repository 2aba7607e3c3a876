import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { createTranslator } from "use-intl/core";
import type { Database, Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import english from "@/lib/languages/messages/en/staff/nameTwins.json";
import { foldName } from "@/lib/names/model";
import { describeStatus, isDraft } from "@/lib/statuses/model";
import type { FieldErrors } from "./model";

const t = createTranslator({ locale: "en", messages: english });

/** Link shows "This Application" instead of a longer name, so none is suggested. */
const NAME_SHOWN_MAX = 30;

type Names = { applicationName: string; legalEntityName: string; companyName: string };
type Twin = Names & { status: string };

/** Warnings about names that another customer or draft of this portal has, to the hasty eye. */
export async function nameWarnings(
  source: Database | Transaction,
  { id, ...names }: Names & { id: string },
): Promise<FieldErrors> {
  const app = foldName(names.applicationName);
  const legal = foldName(names.legalEntityName);
  const twins = await findTwins(source, id, { app, legal });
  const [twin] = twins.filter(({ kind }) => kind === "app");
  const [legalTwin] = twins.filter(({ kind }) => kind === "legal");
  return {
    ...(twin && { applicationName: applicationNameInUse(names, twin) }),
    ...(legalTwin && { legalEntityName: legalEntityNameInUse(names, legalTwin) }),
  };
}

/** Of each key the oldest one. What was removed has given its names back. */
async function findTwins(
  source: Database | Transaction,
  id: string,
  keys: { app: string; legal: string },
) {
  const { applicationName, legalEntityName, companyName, status, createdAt } = customers;
  const columns = { applicationName, legalEntityName, companyName, status };
  const oldest = (kind: "app" | "legal", column: PgColumn) =>
    source
      .select({ kind: sql<typeof kind>`${sql.raw(`'${kind}'`)}`.as("kind"), ...columns })
      .from(customers)
      .where(
        and(eq(column, keys[kind]), ne(column, ""), ne(customers.id, id), ne(status, "REMOVED")),
      )
      .orderBy(asc(createdAt))
      .limit(1);
  return await unionAll(
    oldest("app", customers.applicationNameKey),
    oldest("legal", customers.legalEntityNameKey),
  )
    .prepare("name_twins")
    .execute();
}

function applicationNameInUse({ applicationName, companyName }: Names, twin: Twin): string {
  const typed = applicationName.trim();
  const taken = twin.applicationName;
  const longer = `${typed} by ${companyName.trim()}`;
  const helps = companyName.trim() !== "" && foldName(companyName) !== foldName(typed);
  const suggestion = helps && longer.length <= NAME_SHOWN_MAX ? longer : "none";
  const values = { typed, taken, suggestion, whose: whoIs(twin) };
  return typed === taken ? t("applicationName.same", values) : t("applicationName.alike", values);
}

function legalEntityNameInUse({ legalEntityName }: Names, twin: Twin): string {
  return t("legalEntityName", { typed: legalEntityName.trim(), whose: whoIs(twin) });
}

function whoIs({ companyName, status }: Twin): string {
  const state = isDraft(status) ? t("draft") : describeStatus(status).label;
  return t("whose", {
    company: companyName || t("unnamed"),
    state: status === "ACTIVE" ? t("live") : state,
  });
}
