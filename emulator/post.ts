import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export type PostResult = { status: number | null; body: string; error: string | null };

/** Plaid waits this long for the answer to a webhook. */
const TIMEOUT_MS = 10_000;
const BODY_CHARS_MAX = 10_000;

// A connection per call: a kept one may be closed by the receiver at the moment it is used again.
const agents = {
  http: new HttpAgent({ keepAlive: false, maxSockets: 64 }),
  https: new HttpsAgent({ keepAlive: false, maxSockets: 64 }),
};

/** Posts exactly these bytes, follows no redirect, and never throws. */
export function post(
  url: string,
  raw: string,
  headers: Record<string, string>,
): Promise<PostResult> {
  return new Promise((resolve) => {
    const secure = url.startsWith("https:");
    const send = secure ? httpsRequest : httpRequest;
    const options = { method: "POST", headers, agent: secure ? agents.https : agents.http };
    const fail = (error: Error) => resolve({ status: null, body: "", error: error.message });
    try {
      const request = send(url, options, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          if (body.length < BODY_CHARS_MAX) body += chunk;
        });
        response.on("error", fail);
        response.on("end", () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? null, body, error: null });
        });
      });
      const timer = setTimeout(
        () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)),
        TIMEOUT_MS,
      );
      request.on("error", (error) => {
        clearTimeout(timer);
        fail(error);
      });
      request.end(raw);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

export function closeConnections(): void {
  agents.http.destroy();
  agents.https.destroy();
}
