import { clock } from "./clock";
import { deploys } from "./deploys";
import { disk } from "./disk";
import { failover } from "./failover";
import { mail } from "./mail";
import { partnerApi } from "./partner-api";
import type { Scenario } from "./scenario";
import { submissions } from "./submissions";
import { webhooks } from "./webhooks";

/** What mostly waits runs beside what needs the machine; within a lane one after the other. */
export const lanes: readonly (readonly Scenario[])[] = [
  [webhooks, submissions, deploys, clock, failover, disk],
  [partnerApi],
  [mail],
];
