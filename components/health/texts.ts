import type { HealthCard, HealthState } from "@/lib/health/model";
import type { Tone } from "@/lib/statuses/model";

export const stateWords: Record<HealthState, { word: string; tone: Tone }> = {
  fine: { word: "Fine", tone: "done" },
  watch: { word: "Needs a look", tone: "you" },
  broken: { word: "Not working", tone: "blocked" },
  unknown: { word: "Not known yet", tone: "neutral" },
};

type Texts = {
  title: string;
  /** What it stands for, whatever its state. */
  means: string;
  /** Where it is not fine. */
  todo: string;
};

export const cardTexts: Record<HealthCard, Texts> = {
  plaid: {
    title: "Plaid",
    means:
      "Times and outcomes of the last hundred calls of the Partner API, by every process. While Plaid does not answer, drafts are saved, statuses stay as they were last known, and everything is asked again by itself.",
    todo: "Look at Plaid’s status page. If only this portal gets no answers, check that the server may reach the host of PLAID_ENV. Quote the request_id to Plaid’s support. More under “Plaid” in docs/health.md.",
  },
  webhooks: {
    title: "Webhooks",
    means:
      "Plaid tells of changes at banks by webhooks. Each stored one is checked against Plaid’s API; without them banks are still asked about regularly, only later.",
    todo: "Orphans wait for a customer that is not here: adopt it, or ignore them if it belongs to another portal. What was given up after five tries can be replayed once its cause is gone. If none arrives at all, check the address in Plaid’s Dashboard. More under “Webhooks” in docs/health.md.",
  },
  queues: {
    title: "Background work",
    means:
      "How long the oldest piece of each kind of work has waited, and how many pieces were given up after five tries and wait for a person.",
    todo: "If everything waits, no worker runs: see Workers. If one kind waits, whatever it talks to does not answer. More under “Background work” in docs/health.md.",
  },
  workers: {
    title: "Workers",
    means:
      "Processes that do background work, each telling of itself every ten seconds. One that ends in good order takes its line away; one that was cut off stays here for an hour.",
    todo: "Start a worker: WORKER=on in the portal, or npm run worker beside it. A worker that hangs is restarted without loss: its work is free for others after 15 seconds. More under “Workers” in docs/health.md.",
  },
  mail: {
    title: "Mail",
    means:
      "Sign-in links, invitations, codes and notices. Mails wait while the server cannot be reached; a refusal for good is shown where the mail belongs.",
    todo: "Check SMTP_URL and MAIL_FROM, and that the mail server takes connections from here. Until then staff sign in by links of npm run admin -- sign-in-link. More under “Mail” in docs/configuration.md.",
  },
  database: {
    title: "Database",
    means:
      "It answers, or this page would not be here. Each process of the portal holds up to 20 connections and two listeners.",
    todo: "Migrations are applied by npm run db:migrate, and by npm start. Near the limit of connections, raise max_connections or run fewer processes. More under “Database” in docs/health.md.",
  },
  clock: {
    title: "Clocks",
    means:
      "How far this process is ahead of the database and, to the second, of Plaid. Ages and ends of sessions and links follow the database. A webhook’s signature counts for five minutes by the clock of this process.",
    todo: "Turn on time synchronisation (NTP) on this server and on the database’s. Beyond five minutes every webhook is refused as too old. More under “Clocks” in docs/health.md.",
  },
  build: {
    title: "This process",
    means:
      "What runs here. Processes of different versions may run beside each other during an update.",
    todo: "",
  },
};

const queueTitles: Record<string, string> = {
  deliveries: "Webhooks",
  mails: "Mail",
  customers: "Checks at Plaid",
  invitations: "Reminders",
  users: "Digests",
  runs: "Runs",
  "old runs": "Tidying runs",
  "old imports": "Tidying imports",
  secrets: "Deleting secrets",
};

/** A kind of work that has no title yet is called as the program calls it. */
export function queueTitle(name: string): string {
  return queueTitles[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** `850 ms`, `12 s`, `5 min`, `3 h`, `2 days`. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} days`;
}
