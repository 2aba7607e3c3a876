import "server-only";
import type postgres from "postgres";

type Begin = <T>(work: (tx: postgres.TransactionSql) => Promise<T>) => Promise<T>;

type Fate = { lost: boolean };

/**
 * Transactions that end where their connection does. postgres.js would go on sending their statements,
 * at least ROLLBACK: to nobody, which ends the process, or into the next transaction of that connection.
 */
export function fencedBegin(current: () => postgres.Sql): Begin {
  return async <T>(work: (tx: postgres.TransactionSql) => Promise<T>) => {
    const fate: Fate = { lost: false };
    try {
      return (await current().begin((tx) => fence(tx, work, fate))) as T;
    } finally {
      fate.lost = true;
    }
  };
}

/** Never settles once the connection is lost: postgres.js then rejects the whole, and sends no more. */
function fence<T>(
  tx: postgres.TransactionSql,
  work: (tx: postgres.TransactionSql) => Promise<T>,
  fate: Fate,
): Promise<T> {
  const { unsafe } = tx;
  const savepoint = tx.savepoint as Begin;
  tx.unsafe = (...statement) => {
    if (fate.lost) throw new Error("The transaction is over");
    const sent = unsafe(...statement);
    sent.catch((error: unknown) => {
      fate.lost ||= endsConnection(error);
    });
    return sent as never;
  };
  tx.savepoint = ((nested: Parameters<Begin>[0]) =>
    savepoint((inner) => fence(inner, nested, fate))) as typeof tx.savepoint;
  return new Promise((resolve, reject) => {
    work(tx).then(
      (value) => fate.lost || resolve(value),
      (error: unknown) => fate.lost || reject(error),
    );
  });
}

/** postgres.js and Node give an `errno` to what happens to a connection; PostgreSQL calls it FATAL. */
function endsConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "errno" in error || /^(FATAL|PANIC)$/.test(String(Reflect.get(error, "severity")));
}
