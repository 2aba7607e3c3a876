import "server-only";
import { eq, type GetColumnData, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import {
  attestations,
  attestationTexts,
  createAttempts,
  partnerSettings,
  stepAnswers,
} from "@/db/schema";
import { partnerColumns } from "./partner";

export type Kept = Awaited<ReturnType<typeof readKept>>;

/** What decides whether a draft may be sent, in one statement: it is read with every save. */
export async function readKept(source: Database | Transaction, customerId: string) {
  const [kept] = await source
    .select({
      partner: rowsOf(partnerColumns, { from: sql`${partnerSettings}` }),
      steps: rowsOf(stepColumns, {
        from: sql`${stepAnswers} where ${eq(stepAnswers.customerId, customerId)}`,
      }),
      /** Every time this draft was sent, latest first. */
      attempts: rowsOf(attemptColumns, {
        from: sql`${createAttempts} where ${eq(createAttempts.customerId, customerId)}`,
        order: sql`order by ${createAttempts.startedAt} desc`,
      }),
      /** The newest wording of each kind. */
      texts: rowsOf(textColumns, {
        from: sql`(select distinct on (kind) * from attestation_texts order by kind, version desc)
          as ${attestationTexts}`,
      }),
      /** Latest first. */
      confirmations: rowsOf(confirmationColumns, {
        from: sql`${attestations} where ${eq(attestations.customerId, customerId)}`,
        order: sql`order by ${attestations.confirmedAt} desc, ${attestations.id} desc`,
      }),
    })
    .from(sql`(values (true)) as one`)
    .prepare("draft_kept")
    .execute();
  if (!kept) throw new Error("A select without a table has one row");
  return kept;
}

const stepColumns = {
  step: stepAnswers.step,
  answers: stepAnswers.answers,
  version: stepAnswers.version,
  fields: stepAnswers.fields,
};

const attemptColumns = {
  state: createAttempts.state,
  payload: createAttempts.payload,
  kind: createAttempts.errorKind,
  code: createAttempts.errorCode,
  message: createAttempts.errorMessage,
  requestId: createAttempts.requestId,
};

const textColumns = {
  kind: attestationTexts.kind,
  version: attestationTexts.version,
  title: attestationTexts.title,
  body: attestationTexts.body,
  publishedAt: attestationTexts.publishedAt,
};

const confirmationColumns = {
  kind: attestations.kind,
  confirmedBy: attestations.userName,
  confirmedAt: attestations.confirmedAt,
  textVersion: attestations.textVersion,
  payloadSha256: attestations.payloadSha256,
};

/** JSON has no instants: they come as text. */
type Row<C extends Record<string, PgColumn>> = { [K in keyof C]: InJson<GetColumnData<C[K]>> };
type InJson<T> = T extends Date ? string : T;

function rowsOf<C extends Record<string, PgColumn>>(
  columns: C,
  { from, order = sql.empty() }: { from: SQL; order?: SQL },
) {
  const pairs = Object.entries(columns).map(
    ([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`,
  );
  const row = sql`json_build_object(${sql.join(pairs, sql`, `)})`;
  return sql<Row<C>[]>`(select coalesce(json_agg(${row} ${order}), '[]') from ${from})`;
}
