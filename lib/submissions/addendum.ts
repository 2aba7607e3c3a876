import "server-only";
import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { attestationTexts } from "@/db/schema";
import { fillIn } from "@/lib/onboarding/evidence";

type Names = { partner: string; legalEntityName: string };

/** The newest wording an end customer accepts, names filled in. */
export async function readAddendum(source: Database | Transaction, names: Names) {
  const [text] = await source
    .select({
      version: attestationTexts.version,
      title: attestationTexts.title,
      body: attestationTexts.body,
      publishedAt: attestationTexts.publishedAt,
    })
    .from(attestationTexts)
    .where(eq(attestationTexts.kind, "addendum_acceptance"))
    .orderBy(desc(attestationTexts.version))
    .limit(1);
  if (!text) throw new Error("No wording of the bank addendum was published");
  const body = fillIn(text.body, names);
  return {
    ...text,
    body,
    sha256: createHash("sha256").update(body).digest("hex"),
    publishedAt: text.publishedAt.toISOString(),
  };
}
