import { Agent, request } from "node:http";
import { median } from "./figures";

/** What is asked for, one path after the other. */
export type Target = {
  url: string;
  paths: string[];
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** Made anew for each request. */
  body?: (n: number) => {
    type: string;
    content: Buffer | string;
    headers?: Record<string, string>;
  };
  /** What every answer must be; default 200. */
  status?: number;
};

type Sides = { base: Target; measured: Target };

const SIZES = {
  full: { rounds: 5, seconds: 4, warmUpSeconds: 8 },
  smoke: { rounds: 1, seconds: 0.4, warmUpSeconds: 0 },
};
/** Requests under way at any moment, each on a kept connection of its own. */
export const CONNECTIONS = 8;

/**
 * Answers per second of both sides, which take turns round by round; medians. A browser's encodings
 * are accepted, and every answer is read to its end.
 *
 * @throws Error at an answer with another status.
 */
export async function compareRates(
  sides: Sides,
  { smoke }: { smoke: boolean },
): Promise<{ base: number; measured: number }> {
  const { rounds, seconds, warmUpSeconds } = SIZES[smoke ? "smoke" : "full"];
  const rates = { base: [] as number[], measured: [] as number[] };
  for (const side of ["base", "measured"] as const) await rateOf(sides[side], warmUpSeconds);
  for (let round = 0; round < rounds; round++) {
    const turns =
      round % 2 === 0 ? (["base", "measured"] as const) : (["measured", "base"] as const);
    for (const turn of turns) rates[turn].push(await rateOf(sides[turn], seconds));
  }
  return { base: median(rates.base), measured: median(rates.measured) };
}

/** Answers per second. */
async function rateOf(target: Target, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let answers = 0;
  try {
    const connection = async () => {
      do await send(agent, target, answers++);
      while (performance.now() < until);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, connection));
    return answers / ((performance.now() - startedAt) / 1_000);
  } finally {
    agent.destroy();
  }
}

/** Requests 0 to `count - 1`, so many at once. Throws at an answer with another status. */
export async function sendAll(target: Target, count: number, connections: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  try {
    const connection = async () => {
      while (next < count) await send(agent, target, next++);
    };
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    agent.destroy();
  }
}

function send(agent: Agent, target: Target, n: number): Promise<void> {
  const { url, paths, method = "GET", headers, status = 200 } = target;
  const path = paths[n % paths.length] ?? "/";
  const body = target.body?.(n);
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      {
        agent,
        method,
        headers: {
          "accept-encoding": "gzip, deflate, br",
          ...headers,
          ...(body && {
            "content-type": body.type,
            "content-length": Buffer.byteLength(body.content),
            ...body.headers,
          }),
        },
      },
      (answer) => {
        answer.resume();
        answer.once("error", reject);
        answer.once("end", () => {
          if (answer.statusCode === status) resolve();
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      },
    );
    sent.once("error", reject);
    sent.end(body?.content);
  });
}
