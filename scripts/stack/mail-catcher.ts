import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server } from "node:net";
import PostalMime, { type Address } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { mailPage } from "./mail-page";

export type CaughtMessage = {
  id: string;
  from: string;
  /** Addresses joined by ", ". */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** By lower-case name; of a repeated one, the last. */
  headers: Record<string, string>;
  /** ISO 8601. */
  receivedAt: string;
};

export type MailCatcher = {
  url: string;
  smtpUrl: string;
  stop(): Promise<void>;
};

type Inbox = { messages: CaughtMessage[]; refusals: number };

const MESSAGES_MAX = 500;
const MESSAGE_BYTES_MAX = 10_000_000;

/** Takes mail by SMTP on a loopback port of its own and shows it over HTTP; nothing is ever sent on. */
export async function startMailCatcher(options: {
  httpPort: number;
  smtpPort?: number;
}): Promise<MailCatcher> {
  const inbox: Inbox = { messages: [], refusals: 0 };
  const smtp = smtpServer(inbox);
  const http = createServer((request, response) => {
    answer(inbox, request, response).catch((error: unknown) => {
      json(response, 500, { error: String(error) });
    });
  });
  const smtpPort = await listen(smtp.server, options.smtpPort ?? 0);
  let httpPort: number;
  try {
    httpPort = await listen(http, options.httpPort);
  } catch (error) {
    await close(smtp.server);
    throw error;
  }
  return {
    url: `http://127.0.0.1:${httpPort}`,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([close(http), new Promise<void>((done) => smtp.close(done))]);
    },
  };
}

function smtpServer(inbox: Inbox): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MESSAGE_BYTES_MAX,
    closeTimeout: 1000,
    onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", done);
      stream.on("end", () => {
        if (inbox.refusals > 0) {
          inbox.refusals -= 1;
          done(Object.assign(new Error("Refused on request, try again"), { responseCode: 451 }));
          return;
        }
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keep(inbox, Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  // A client that hangs up mid-message is the client's affair.
  server.on("error", () => undefined);
  return server;
}

/** Some mailboxes are known not to exist, so that people and tests can see what happens then. */
function refusalOf(address: string): Error | null {
  if (!address.toLowerCase().startsWith("refused-")) return null;
  return Object.assign(new Error("5.1.1 The mailbox does not exist"), { responseCode: 550 });
}

async function keep(inbox: Inbox, raw: Buffer, recipients: string[]): Promise<void> {
  const mail = await PostalMime.parse(raw);
  inbox.messages.unshift({
    id: randomUUID(),
    from: addresses(mail.from ? [mail.from] : []),
    // The envelope also holds blind copies, which is what an inbox receives.
    to: recipients.length > 0 ? recipients.join(", ") : addresses(mail.to ?? []),
    subject: mail.subject ?? "",
    text: (mail.text ?? "").trimEnd(),
    html: mail.html ?? "",
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    receivedAt: new Date().toISOString(),
  });
  inbox.messages.length = Math.min(inbox.messages.length, MESSAGES_MAX);
}

function addresses(list: Address[]): string {
  return list
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address }) => address)
    .filter(Boolean)
    .join(", ");
}

async function answer(
  inbox: Inbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  // A page of another site could otherwise read sign-in links through a name that points here.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost") {
    json(response, 403, { error: "Use http://127.0.0.1" });
    return;
  }
  switch (`${request.method} ${url.pathname}`) {
    case "GET /":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(mailPage);
      return;
    case "GET /messages":
      json(response, 200, messagesTo(inbox, url.searchParams.get("to")));
      return;
    case "DELETE /messages":
      inbox.messages = [];
      response.writeHead(204).end();
      return;
    case "POST /refuse":
      inbox.refusals = Number((JSON.parse(await body(request)) as { times?: unknown }).times) || 0;
      json(response, 200, { times: inbox.refusals });
      return;
    default:
      json(response, 404, { error: "Not found" });
  }
}

function messagesTo(inbox: Inbox, to: string | null): CaughtMessage[] {
  if (!to) return inbox.messages;
  const wanted = to.toLowerCase();
  return inbox.messages.filter((message) => message.to.toLowerCase().split(", ").includes(wanted));
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString() || "{}";
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(value));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
