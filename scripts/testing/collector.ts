import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean };
type Attribute = { key: string; value: Value };
type Resource = { attributes: Attribute[] };

type SentSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
};

type Sent = {
  resourceSpans?: { resource: Resource; scopeSpans: { spans: SentSpan[] }[] }[];
  resourceMetrics?: { resource: Resource; scopeMetrics: { metrics: { name: string }[] }[] }[];
};

export type ReceivedSpan = Omit<SentSpan, "attributes"> & {
  attributes: Record<string, string>;
  /** `host pid` of the process that made it. */
  process: string;
};

/** Takes OTLP over HTTP as JSON, as a collector of OpenTelemetry does. */
export async function startCollector() {
  const bodies: string[] = [];
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    bodies.push(body);
    sent.push(JSON.parse(body) as Sent);
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Everything received, as it came. */
    text: () => bodies.join("\n"),
    spans: (): ReceivedSpan[] =>
      sent.flatMap(({ resourceSpans = [] }) =>
        resourceSpans.flatMap(({ resource, scopeSpans }) =>
          scopeSpans.flatMap(({ spans }) => spans.map((span) => received(span, resource))),
        ),
      ),
    /** Names of metrics, by the process that told of them. */
    metrics: (process: string): string[] =>
      sent.flatMap(({ resourceMetrics = [] }) =>
        resourceMetrics
          .filter(({ resource }) => processOf(resource) === process)
          .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
          .map(({ name }) => name),
      ),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function received({ attributes, ...span }: SentSpan, resource: Resource): ReceivedSpan {
  return { ...span, attributes: toRecord(attributes), process: processOf(resource) };
}

function processOf(resource: Resource): string {
  return toRecord(resource.attributes)["service.instance.id"] ?? "";
}

function toRecord(attributes: Attribute[]): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      String(value.stringValue ?? value.intValue ?? value.boolValue),
    ]),
  );
}
