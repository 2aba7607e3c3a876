import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A loopback port that was free a moment ago, below those the system gives to outgoing connections (from 32768 on Linux):
 * one of them must not take it while the server on it is restarted. Two callers can draw the same.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = await listenOnce(randomInt(11_000, 32_768), "127.0.0.1");
    if (port !== undefined) return port;
  }
  throw new Error("No loopback port is free.");
}

/** Looks at the wildcard addresses too, because a server bound there also takes the loopback port. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "0.0.0.0", "::"]) {
    if ((await listenOnce(port, host)) === undefined) return false;
  }
  return true;
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      // A machine without IPv6 has no "::" to be taken.
      else if (error.code === "EAFNOSUPPORT" || error.code === "EADDRNOTAVAIL") resolve(port);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
