// Preloaded into the children we start. Descriptor 3 is a pipe whose other end the parent holds: when
// the parent is gone, even by SIGKILL, it closes, and the child stops instead of living on alone.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 5000;

// Threads and grandchildren inherit the preload, but their descriptor 3 is something else.
if (isMainThread && process.env.VESTIBULE_LEASH === String(process.ppid)) {
  const pipe = new Socket({ fd: 3, readable: true, writable: false });
  pipe.on("error", () => undefined);
  pipe.on("close", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  pipe.resume();
  pipe.unref();
}
