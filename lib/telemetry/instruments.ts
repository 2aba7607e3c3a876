import "server-only";
import { metrics } from "@opentelemetry/api";
import { singleton } from "@/lib/singleton";

/** In seconds: from an answer out of memory to a Partner API call that is given up. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is counted as it happens. Made at first use, which must come after `startTelemetry`. */
export const instruments = () => singleton("instruments", make);

function make() {
  const meter = metrics.getMeter("vestibule");
  const duration = (name: string, description: string) =>
    meter.createHistogram(name, {
      description,
      unit: "s",
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
  return {
    requests: duration("http.server.request.duration", "Requests, by route pattern"),
    actions: duration(
      "vestibule.action.duration",
      "Server actions, with the page they answer with",
    ),
    queries: duration("db.client.operation.duration", "Statements, with the wait for a connection"),
    partnerApiCalls: duration("vestibule.partner_api.call.duration", "Calls of the Partner API"),
    jobs: duration("vestibule.job.duration", "Work of the loop"),
    webhooks: meter.createCounter("vestibule.webhook.requests", {
      description: "Requests to the webhook address, by what came of them",
    }),
    clockRejections: meter.createCounter("vestibule.webhook.clock_rejections", {
      description: "Genuine webhooks refused for their time: late, or ahead of this server's clock",
    }),
    liveConnections: meter.createUpDownCounter("vestibule.live.connections", {
      description: "Pages that are told as things happen",
    }),
  };
}
