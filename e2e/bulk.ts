import { made } from "./programs";

/** Ids of what scripts/testing/programs/bulk.ts made. */
export type MadeBulk = Record<"asked" | "paused" | "finished" | "file", string> & {
  customers: string[];
};

export function makeBulk(name?: string): Promise<MadeBulk> {
  return made("bulk", name ? [name] : []);
}
