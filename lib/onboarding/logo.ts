import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { customers, logos } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { createGate } from "@/lib/images/gate";
import { inspectImage } from "@/lib/images/model";
import { plainPng } from "@/lib/images/plain-png";
import { redrawPng } from "@/lib/images/redraw";
import {
  LOGO_BYTES_MAX,
  LOGO_EDGE_PX,
  type LogoProblem,
  logoProblems,
  type StoredLogo,
} from "@/lib/logos/model";
import { fail, ok, type Result } from "@/lib/result";
import { isDraft } from "@/lib/statuses/model";

/** One drawing takes about 40 MB; other uploads wait for their turn, or are sent away. */
const gate = createGate({ atOnce: 2, waiting: 30 });

/**
 * Checks a logo the way Plaid will and draws it anew: metadata and anything else in the file stay
 * behind.
 */
export async function readLogo(
  file: Uint8Array,
  name?: string,
): Promise<Result<StoredLogo & { png: Buffer }, LogoProblem>> {
  if (file.length >= LOGO_BYTES_MAX) return fail({ code: "too_large", bytes: file.length });
  const [problem] = logoProblems(inspectImage(file), name);
  if (problem) return fail(problem);

  const drawn = await gate(async () => {
    const plain = await plainPng(file);
    return plain.ok ? redrawPng(plain.value, { pixelsMax: LOGO_EDGE_PX * LOGO_EDGE_PX }) : plain;
  });
  if (drawn === "busy") return fail({ code: "busy" });
  if (!drawn.ok) return fail(problemOf(drawn.error.code));
  const { png, transparent } = drawn.value;
  if (png.length >= LOGO_BYTES_MAX) return fail({ code: "too_large", bytes: png.length });
  const sha256 = createHash("sha256").update(png).digest("hex");
  return ok({ sha256, bytes: png.length, transparent, png });
}

function problemOf(code: "overfull" | "cut" | "damaged" | "busy"): LogoProblem {
  return code === "damaged" ? { code, seen: "PNG" } : { code };
}

/** Stored once, however many customers use it. */
export async function keepLogo(
  actor: Actor,
  file: Uint8Array,
  name?: string,
): Promise<Result<StoredLogo, LogoProblem>> {
  authorize(actor, "onboarding.edit");

  const logo = await readLogo(file, name);
  if (!logo.ok) return logo;
  const { png, ...stored } = logo.value;
  await db.insert(logos).values({ sha256: stored.sha256, png }).onConflictDoNothing();
  return ok(stored);
}

/** Whether a logo may still be given to this customer; asked before a file is read at all. */
export async function awaitsLogo(
  actor: Actor,
  customerId: string,
): Promise<Result<null, { code: "not_found" | "already_sent" }>> {
  authorize(actor, "onboarding.edit");

  const [customer] = await db
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) return fail({ code: "not_found" });
  return isDraft(customer.status) ? ok(null) : fail({ code: "already_sent" });
}

export async function getLogo(actor: Actor, sha256: string): Promise<Buffer | undefined> {
  authorize(actor, "customer.read");

  const [logo] = await db.select({ png: logos.png }).from(logos).where(eq(logos.sha256, sha256));
  return logo?.png;
}

/** Every stored logo was drawn here, with an alpha channel only where something is transparent. */
export const hasAlpha = sql<boolean>`get_byte(${logos.png}, 25) = 6`;

export async function logoFacts(
  source: Database | Transaction,
  sha256: string,
): Promise<StoredLogo | null> {
  if (sha256 === "") return null;
  const [logo] = await source
    .select({
      sha256: logos.sha256,
      bytes: sql<number>`octet_length(${logos.png})`,
      transparent: hasAlpha,
    })
    .from(logos)
    .where(eq(logos.sha256, sha256));
  return logo ?? null;
}
