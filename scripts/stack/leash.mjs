// Preloaded into the children we start. Descriptor 3 is a pipe whose other end the parent holds: when
// the parent is gone, even by SIGKILL, it closes, and the child stops instead of living on alone.
import { Socket } from "node:net";

const GRACE_MS = 5000;

const pipe = new Socket({ fd: 3, readable: true, writable: false });
pipe.on("error", () => undefined);
pipe.on("close", () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
pipe.resume();
pipe.unref();
