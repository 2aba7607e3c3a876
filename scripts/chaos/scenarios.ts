import type { Scenario } from "./scenario";

/** What runs beside each other; within a lane one after the other. */
export const lanes: readonly (readonly Scenario[])[] = [];
