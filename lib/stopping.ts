import "server-only";
import { singleton } from "./singleton";

/** Aborted once this process was told to stop (`scripts/serve.mjs`); requests are still answered. */
export const stopping: AbortSignal = singleton("stopping", () => new AbortController().signal);
