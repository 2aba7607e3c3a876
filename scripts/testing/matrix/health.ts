import { readHealth } from "@/lib/health/read";
import type { Rows } from "./row";

export const health: Rows = {
  readHealth: { call: (actor) => readHealth(actor), may: ["admin"] },
};
