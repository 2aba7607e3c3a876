import type { Bench } from "./bench";
import { bytes } from "./bytes";
import { enumeration } from "./enumeration";
import { flood } from "./flood";
import { growth } from "./growth";
import { ingest } from "./ingest";
import { live } from "./live";
import { pages } from "./pages";
import { processes } from "./processes";
import { save } from "./save";
import { start } from "./start";

/** In the order they run. */
export const benches: readonly Bench[] = [
  pages,
  save,
  bytes,
  growth,
  ingest,
  live,
  enumeration,
  flood,
  start,
  processes,
];
