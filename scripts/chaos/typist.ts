import { randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { runScript } from "@/scripts/stack/process";
import { openBrowser, type Staff } from "./staff";
import type { MadeCustomer, Portal, World } from "./world";

export type Typist = {
  /** Types one more text into the draft. @returns the status of the answer; 0 where none came. */
  type: (portal: Portal) => Promise<number>;
  /** Whether the draft holds what was acknowledged last, or something typed after it. */
  isKept: (sql: postgres.Sql) => Promise<boolean>;
};

type Place = { browser: Staff; path: string; customerId: string };

/**
 * Somebody who fills in a draft as a page's autosave does: each save names the version it found.
 *
 * @param bytes of what is typed after a number, and cannot be compressed.
 */
function createTypist({ browser, path, customerId }: Place, bytes = 0): Typist {
  const editor = randomUUID();
  let typed = 0;
  let acknowledged = 0;
  let base = 0;
  return {
    type: async (portal) => {
      typed += 1;
      const seq = typed;
      const patch = { legalEntityName: `${seq} ${randomBytes(bytes).toString("base64")}` };
      const answer = await browser
        .postJson(portal, path, { editor, seq, base, patch })
        .catch(() => undefined);
      if (answer?.status !== 200) return answer?.status ?? 0;
      base = (JSON.parse(answer.body) as { version: number }).version;
      acknowledged = seq;
      return 200;
    },
    isKept: async (sql) => {
      const [row] = await sql<{ text: string | null }[]>`
        select answers ->> 'legalEntityName' as text from step_answers
        where customer_id = ${customerId} and step = 'company'`;
      const kept = Number(row?.text?.split(" ")[0] ?? 0);
      return kept >= acknowledged && kept <= typed;
    },
  };
}

/** Staff at a draft of its own each. */
export function staffTypists(browser: Staff, drafts: MadeCustomer[], bytes = 0): Typist[] {
  return drafts.map(({ id: customerId }) => {
    const path = `/api/onboardings/${customerId}/answers/company`;
    return createTypist({ browser, path, customerId }, bytes);
  });
}

type Applicant = { customerId: string; token: string; cookie: string };

/** Invited people, each signed in to an application of its own. */
export async function applicantTypists(world: World, count: number): Promise<Typist[]> {
  const args = ["--count", String(count)];
  const printed = await runScript(
    "scripts/testing/programs/applicants.ts",
    args,
    world.environment,
  );
  return printed.split("\n").map((line) => {
    const { customerId, token, cookie } = JSON.parse(line) as Applicant;
    const path = `/api/apply/${token}/answers/company`;
    return createTypist({ browser: openBrowser(world, cookie), path, customerId });
  });
}
