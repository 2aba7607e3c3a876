import { Agent, request } from "node:http";
import { openSession } from "@/scripts/testing/session";
import { pressed } from "./forms";
import type { World } from "./world";

export type Answer = {
  status: number;
  /** Where it leads, without the origin; empty when nowhere. */
  location: string;
  body: string;
};

/** A portal, or a balancer in front of several. */
type Entrance = { port: number };

type Sent = { method?: string; headers?: Record<string, string>; body?: Buffer };

const PATIENCE_MS = 120_000;

/**
 * A person of the partner's without a browser: the same requests as from a browser without
 * JavaScript, to whichever portal is named. A broken connection throws, as it would show there.
 */
export type Staff = {
  get: (portal: Entrance, path: string) => Promise<Answer>;
  /**
   * Presses a button on a page that was opened before: sends its form with what it holds, and
   * `values` over that. Redirects are not followed.
   */
  press: (
    portal: Entrance,
    page: Page,
    button: string,
    values?: Record<string, string>,
  ) => Promise<Answer>;
  /** What a page's script sends: JSON, as autosave does. */
  postJson: (portal: Entrance, path: string, data: object) => Promise<Answer>;
};

/** Opened once; may be posted by another portal, or twice. */
export type Page = { path: string; html: string };

export async function signIn(
  world: World,
  role: "admin" | "onboarder" | "viewer" = "admin",
): Promise<Staff> {
  const { sql } = world.database;
  const [user] = await sql<
    { id: string }[]
  >`select id from users where email = ${`${role}@demo.test`}`;
  const { token } = await openSession(sql, { userId: user?.id ?? "", proven: true });
  return openBrowser(world, `vestibule.session=${token}`);
}

/** Whoever has this cookie; nobody in particular with none. */
export function openBrowser({ environment }: World, cookie = ""): Staff {
  const publicUrl = new URL(environment.AUTH_URL ?? "");
  // Kept connections would hide what a new one meets.
  const agent = new Agent({ keepAlive: false });
  const send = (portal: Entrance, path: string, sent: Sent = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...sent.headers,
        // As a balancer passes it on: people know one address only.
        host: publicUrl.host,
        cookie,
        ...(sent.body && { origin: publicUrl.origin, "content-length": String(sent.body.length) }),
      };
      const options = { host: "127.0.0.1", port: portal.port, path, agent, headers };
      const asked = request({ ...options, method: sent.method ?? "GET" }, async (answer) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk as Buffer);
          const location = (answer.headers.location ?? "").replace(publicUrl.origin, "");
          const body = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, location, body });
        } catch (error) {
          reject(error);
        }
      });
      asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error("No answer")));
      asked.once("error", reject);
      asked.end(sent.body);
    });

  return {
    get: send,
    press: async (portal, page, button, values = {}) => {
      const form = pressed(page.html, button);
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      const encoded = new Response(form);
      const body = Buffer.from(await encoded.arrayBuffer());
      const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
      return send(portal, page.path, { method: "POST", headers, body });
    },
    postJson: (portal, path, data) =>
      send(portal, path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: Buffer.from(JSON.stringify(data)),
      }),
  };
}

/** Throws where the page is not there to be used. */
export async function openPage(staff: Staff, portal: Entrance, path: string): Promise<Page> {
  const { status, location, body } = await staff.get(portal, path);
  if (status === 200) return { path, html: body };
  throw new Error(`${path} was answered ${status} ${location}`);
}
