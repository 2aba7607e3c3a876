import { type Environment, type RunningProcess, startProcess } from "./process";

export type Emulator = RunningProcess & { url: string; port: number };

export type EmulatorOptions = {
  /** 0 lets it choose. */
  port: number;
  dataDir: string;
  env?: Environment;
  logFile?: string;
};

const READY_MS = 30_000;

/** The Partner API emulator as a process of its own; resolves when it answers. */
export function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  return new Promise((resolve, reject) => {
    const running = startProcess({
      args: ["--import", "tsx", "emulator/main.ts"],
      env: {
        ...process.env,
        ...options.env,
        EMULATOR_PORT: String(options.port),
        DATA_DIR: options.dataDir,
      },
      onLine: (line) => {
        const ready = /Emulator ready: http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
        if (!ready) return;
        clearTimeout(timer);
        const port = Number(ready[1]);
        resolve({ ...running, port, url: `http://127.0.0.1:${port}` });
      },
      logFile: options.logFile,
    });
    const timer = setTimeout(() => {
      void running.kill();
      reject(new Error(`The emulator did not start in ${READY_MS} ms:\n${running.tail()}`));
    }, READY_MS);
    void running.ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`The emulator ended (exit ${code}):\n${running.tail()}`));
    });
  });
}
