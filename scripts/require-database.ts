import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { complain } from "./stack/say";

const WAIT_MS = 60_000;
const PAUSE_MAX_MS = 5_000;
const CONNECT_SECONDS = 5;

/** Waits for the database, saying so at each try; ends the process when it does not come. */
export async function requireDatabase(url: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS)) {
    const failure = await ask(url);
    if (!failure) return;
    if (isFinal(failure)) giveUp(`The database turns us away: ${failure.text}.`);
    if (Date.now() + pauseMs > deadline) {
      giveUp(`There was no database for ${WAIT_MS / 1000} s: ${failure.text}.`);
    }
    complain(`Waiting for the database: ${failure.text}. Next try in ${pauseMs / 1000} s.`);
    await sleep(pauseMs);
  }
}

type Failure = { code: string; text: string };

async function ask(url: string): Promise<Failure | undefined> {
  const client = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => {} });
  try {
    await client`select 1`;
    return undefined;
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    // Several addresses of one name fail together, as an error without words.
    return { code, text: message || code };
  } finally {
    await client.end({ timeout: 0 });
  }
}

/** A wrong password or a missing database does not get better by waiting. */
function isFinal({ code }: Failure): boolean {
  return code.startsWith("28") || code === "3D000";
}

function giveUp(text: string): never {
  complain(`${text} See DATABASE_URL and DATABASE_OWNER_URL.`);
  process.exit(1);
}
