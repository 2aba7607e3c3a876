import type { Bench } from "./bench";
import { enumeration } from "./enumeration";
import { flood } from "./flood";
import { growth } from "./growth";
import { live } from "./live";
import { pages } from "./pages";

/** In the order they run. */
export const benches: readonly Bench[] = [pages, growth, live, enumeration, flood];
