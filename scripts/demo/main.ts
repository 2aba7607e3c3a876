import { createLifetime } from "@/scripts/stack/lifetime";
import { complain, say } from "@/scripts/stack/say";
import { introduce } from "./introduce";
import { readSettings } from "./settings";
import { startDemo } from "./start";

const STOP_MS = 9500;

const lifetime = createLifetime();
let finishing = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void finish(0));
}

try {
  const settings = await readSettings(process.argv.slice(2));
  const demo = await startDemo(settings, lifetime, (reason) => {
    complain(reason);
    void finish(1);
  });
  await introduce(demo);
} catch (error) {
  // A part that was being started when Ctrl-C came fails; that is not worth a message.
  if (!lifetime.isOver()) complain((error as Error).message);
  await finish(1);
}

async function finish(code: number): Promise<void> {
  if (finishing) return;
  finishing = true;
  if (code === 0) say("\nStopping …");
  setTimeout(() => process.exit(1), STOP_MS).unref();
  await lifetime.end();
  process.exit(code);
}
