import type { Lifetime } from "@/scripts/stack/lifetime";
import type { Figure } from "./figures";
import type { World } from "./world";

/** One thing that is measured, in rounds that take turns with what it is compared with. */
export type Bench = {
  /** As given to `--only`. */
  name: string;
  /** The heading of its table. */
  about: string;
  /** Why it cannot be measured on this machine; undefined where it can. */
  unable?(): string | undefined;
  /**
   * @param lifetime ends what the bench has started, once it is over.
   * @throws Error when an answer is not the one that was to be timed.
   */
  run(world: World, lifetime: Lifetime): Promise<Figure[]>;
};
