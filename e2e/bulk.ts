import { runScript } from "@/scripts/stack/process";
import { stack } from "./fixtures";

/** Ids of what scripts/testing/programs/bulk.ts made. */
export type MadeBulk = Record<"asked" | "paused" | "finished" | "file", string> & {
  customers: string[];
};

export async function makeBulk(name?: string): Promise<MadeBulk> {
  const environment = { ...process.env, ...stack().environment };
  return JSON.parse(
    await runScript("scripts/testing/programs/bulk.ts", name ? [name] : [], environment),
  );
}
