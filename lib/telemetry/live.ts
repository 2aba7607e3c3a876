import "server-only";
import { SpanKind } from "@opentelemetry/api";
import { inSpan } from "./spans";

/** Sends news to open pages in the trace that the news came out of. */
export function traceSending(payload: string, followers: number, send: () => void): void {
  const [, parent] = /"traceParent" : "([0-9a-f-]{55})"/.exec(payload) ?? [];
  if (!parent || followers === 0) {
    send();
    return;
  }
  const attributes = { "vestibule.live.connections": followers };
  const options = { parent, kind: SpanKind.PRODUCER, attributes };
  void inSpan("send /api/live", options, async () => send());
}
