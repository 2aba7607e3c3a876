import { deploys } from "./deploys";
import { failover } from "./failover";
import { partnerApi } from "./partner-api";
import type { Scenario } from "./scenario";
import { submissions } from "./submissions";
import { webhooks } from "./webhooks";

/** What runs beside each other; within a lane one after the other. */
export const lanes: readonly (readonly Scenario[])[] = [
  [webhooks, submissions],
  [partnerApi],
  [deploys],
  [failover],
];
