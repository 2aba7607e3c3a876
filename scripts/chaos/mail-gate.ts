import { connect, createServer, type Server, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Random } from "./random";

/** How a mail server can be: there, not listening, listening and mute, or saying "later" at some point. */
type MailState = "there" | "gone" | "mute" | "later";

export type MailGate = {
  become: (state: MailState) => Promise<void>;
  /** Connections that were left without a word, and mails that were told to come later. */
  met: { mute: number; later: number };
  stop: () => Promise<void>;
};

const CODES = [421, 450, 451, 452];

/** In front of a mail server on `target`, always on the same port. */
export async function startMailGate(
  { port, target }: { port: number; target: number },
  random: Random,
): Promise<MailGate> {
  const met = { mute: 0, later: 0 };
  const open = new Set<Socket>();
  const putOff = refuser(met, random);
  let state: MailState = "gone";
  let server: Server | undefined;

  const serve = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => open.delete(socket));
    if (state === "mute") met.mute += 1;
    else if (state === "later") putOff.server.emit("connection", socket);
    else join(socket, connect(target, "127.0.0.1"));
  };
  const close = async () => {
    for (const socket of open) socket.destroy();
    const closing = server;
    server = undefined;
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
  };
  return {
    met,
    become: async (next) => {
      await close();
      state = next;
      if (next === "gone") return;
      const listening = createServer(serve);
      server = listening;
      await new Promise<void>((resolve) => listening.listen(port, "127.0.0.1", resolve));
    },
    stop: async () => {
      await close();
      putOff.close();
    },
  };
}

/** Says "later" where the server would greet, take the recipient, or have the whole mail. */
function refuser(met: MailGate["met"], random: Random): SMTPServer {
  const places = ["greeting", "recipient", "end"] as const;
  const later = () => {
    met.later += 1;
    return Object.assign(new Error("Try again later"), { responseCode: random.pick(CODES) });
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onConnect: (session, done) => {
      const place = random.pick(places);
      Object.assign(session, { place });
      done(place === "greeting" ? later() : null);
    },
    onRcptTo: (_address, session, done) => {
      done(Reflect.get(session, "place") === "recipient" ? later() : null);
    },
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", () => done(later()));
    },
  });
  server.on("error", () => {});
  return server;
}

function join(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  b.on("error", () => a.destroy());
  b.once("close", () => a.destroy());
}
