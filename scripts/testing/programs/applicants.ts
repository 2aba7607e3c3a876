// Invites people who have given their code already, and prints each as a line of JSON.
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { tokenHash } from "@/lib/invitations/link";
import { demoAdmin } from "@/scripts/testing/actors";
import { invited } from "@/scripts/testing/invitations";
import { openBrowser, tokenOf } from "@/scripts/testing/visits";

const { values } = parseArgs({ options: { count: { type: "string", default: "1" } } });

const actor = await demoAdmin();
for (let made = 0; made < Number(values.count); made++) {
  process.stdout.write(`${JSON.stringify(await enter())}\n`);
}
await closeDatabase();

async function enter() {
  const { customerId, applicant } = await invited(actor);
  const token = await tokenOf(applicant.invitationId);
  const browser = openBrowser(token, { ip: applicant.invitationId, userAgent: "test phone" });
  await browser.start();
  await browser.give(await browser.code());
  const name = `vestibule.apply.${tokenHash(token).slice(0, 16)}`;
  return { customerId, token, cookie: `${name}=${browser.cookie()}` };
}
