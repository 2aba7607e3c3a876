import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type TemporaryFolder = { path: string; stop(): Promise<void> };

/** A folder that is removed with what was started in it. */
export function temporaryFolder(name: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `vestibule-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  process.once("exit", remove);
  return {
    path: folder,
    stop: async () => {
      process.off("exit", remove);
      remove();
    },
  };
}
