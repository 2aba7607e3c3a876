// Sends bad webhooks at a steady rate: --url, --body and --token of a genuine one, --count, --seconds.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

const text = { type: "string", default: "" } as const;
const { values } = parseArgs({
  options: { url: text, body: text, token: text, count: text, seconds: text },
});
const { url, body, token } = values;
const [count, seconds] = [Number(values.count), Number(values.seconds)];
const TICK_MS = 20;

/** What strangers send, and what a proxy makes of Plaid's own. */
const kinds: [body: string, headers: Record<string, string>][] = [
  [body, {}],
  [body, { "plaid-verification": "a.b.c" }],
  [body, { "plaid-verification": otherSignature(token) }],
  [JSON.stringify(JSON.parse(body)), { "plaid-verification": token }],
];

process.stdout.write("begun\n");
const answers = new Map<number, number>();
const startedAt = performance.now();
const underWay: Promise<void>[] = [];
for (let sent = 0; sent < count; ) {
  const due = Math.min(count, ((performance.now() - startedAt) / 1_000 / seconds) * count);
  for (; sent < due; sent++) underWay.push(send(sent));
  await pause(TICK_MS);
}
await Promise.all(underWay);
process.stdout.write(`${JSON.stringify(Object.fromEntries(answers))}\n`);

async function send(at: number): Promise<void> {
  const [content, headers] = kinds[at % kinds.length] ?? [body, {}];
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: content,
  });
  await answer.arrayBuffer();
  answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
}

function otherSignature(genuine: string): string {
  const [header, claims, signature = ""] = genuine.split(".");
  return [header, claims, [...signature].reverse().join("")].join(".");
}
