import "server-only";
import { createHash } from "node:crypto";
import { and, eq, exists, or, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { customers, logos, stepAnswers, submissions } from "@/db/schema";
import { authorize, authorizeAnswers } from "@/lib/auth/actor";
import type { Actor, ApplicantActor } from "@/lib/auth/model";
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
import { isDraft, isWithCustomer } from "@/lib/statuses/model";

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
  if (actor.kind === "applicant") authorizeAnswers(actor, actor.customerId, "logo");
  else authorize(actor, "onboarding.edit");

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
  authorizeAnswers(actor, customerId, "logo");

  const [customer] = await db
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) return fail({ code: "not_found" });
  const open = actor.kind === "staff" ? isDraft(customer.status) : isWithCustomer(customer.status);
  return open ? ok(null) : fail({ code: "already_sent" });
}

/** Staff may see any; an invited person the one of its own draft, or the one it handed in. */
export async function getLogo(actor: Actor, sha256: string): Promise<Buffer | undefined> {
  if (actor.kind === "applicant") authorizeAnswers(actor, actor.customerId, "logo");
  else authorize(actor, "customer.read");

  const visible = actor.kind === "applicant" ? isOwnLogo(actor) : undefined;
  const [logo] = await db
    .select({ png: logos.png })
    .from(logos)
    .where(and(eq(logos.sha256, sha256), visible));
  return logo?.png;
}

function isOwnLogo({ customerId, invitationId }: ApplicantActor) {
  const drafted = db
    .select({ one: sql`1` })
    .from(stepAnswers)
    .where(
      and(
        eq(stepAnswers.customerId, customerId),
        eq(stepAnswers.step, "logo"),
        sql`${stepAnswers.answers} ->> 'logo' = ${logos.sha256}`,
      ),
    );
  const handedIn = db
    .select({ one: sql`1` })
    .from(submissions)
    .where(
      and(
        eq(submissions.customerId, customerId),
        eq(submissions.invitationId, invitationId),
        sql`${submissions.answers} -> 'logo' ->> 'logo' = ${logos.sha256}`,
      ),
    );
  return or(exists(drafted), exists(handedIn));
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
