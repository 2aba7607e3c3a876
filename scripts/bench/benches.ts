import type { Bench } from "./bench";
import { enumeration } from "./enumeration";
import { flood } from "./flood";
import { growth } from "./growth";
import { ingest } from "./ingest";
import { live } from "./live";
import { pages } from "./pages";
import { processes } from "./processes";
import { start } from "./start";

/** In the order they run. */
export const benches: readonly Bench[] = [
  pages,
  growth,
  ingest,
  live,
  enumeration,
  flood,
  start,
  processes,
];
