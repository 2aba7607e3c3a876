import { createTranslator } from "use-intl/core";
import { exportAudit } from "@/lib/audit/export";
import { readAuditFilter } from "@/lib/audit/model";
import { getAuditOptions, listAudit } from "@/lib/audit/queries";
import { checkAudit } from "@/lib/audit/verify";
import { textsOf } from "@/lib/languages/catalogues";
import { readRequestFilter } from "@/lib/requests/model";
import { getRequest, listRequests } from "@/lib/requests/queries";
import { readWebhookFilter } from "@/lib/webhooks/model";
import { getWebhook, listWebhooks } from "@/lib/webhooks/queries";
import { previewReplay, replayDelivery } from "@/lib/webhooks/replay";
import { countStuck, getReplay, replayStuck } from "@/lib/webhooks/replay-many";
import { countSignatureTrouble } from "@/lib/webhooks/trouble";
import type { Rows } from "./row";

const t = createTranslator({ ...textsOf("en"), namespace: "auth.device" });

export const logs: Rows = {
  checkAudit: { call: (actor) => checkAudit(actor), may: ["admin"] },
  countSignatureTrouble: { call: (actor) => countSignatureTrouble(actor), may: ["admin"] },
  countStuck: { call: (actor) => countStuck(actor, new Date()), may: ["admin"] },
  exportAudit: { call: (actor) => exportAudit(actor, readAuditFilter({}), "csv"), may: ["admin"] },
  getAuditOptions: { call: (actor) => getAuditOptions(actor), may: ["admin"] },
  getReplay: { call: (actor) => getReplay(actor, "rpl_nothing"), may: ["admin"] },
  getRequest: { call: (actor) => getRequest(actor, "req_nothing"), may: ["admin"] },
  getWebhook: { call: (actor) => getWebhook(actor, "nothing"), may: ["admin"] },
  listAudit: { call: (actor) => listAudit(actor, readAuditFilter({}), t), may: ["admin"] },
  listRequests: { call: (actor) => listRequests(actor, readRequestFilter({})), may: ["admin"] },
  listWebhooks: { call: (actor) => listWebhooks(actor, readWebhookFilter({})), may: ["admin"] },
  previewReplay: { call: (actor) => previewReplay(actor, "nothing"), may: ["admin"] },
  replayDelivery: { call: (actor) => replayDelivery(actor, "nothing"), may: ["admin"] },
  replayStuck: { call: (actor) => replayStuck(actor, new Date()), may: ["admin"] },
};
