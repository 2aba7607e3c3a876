import { scrapeMetrics } from "@/lib/telemetry/scrape";

/** What a Prometheus server collects. Not there unless METRICS_TOKEN is set. */
export async function GET(request: Request) {
  const scraped = await scrapeMetrics(request.headers.get("authorization"));
  if (scraped === "off") return new Response("Not found", { status: 404 });
  if (scraped === "refused") {
    return new Response("Token refused", {
      status: 401,
      headers: { "www-authenticate": "Bearer" },
    });
  }
  return new Response(scraped.text, {
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}
