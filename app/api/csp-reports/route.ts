import { z } from "zod";
import { readBody } from "@/lib/http/read-body";
import { log } from "@/lib/log";
import { mayWrite } from "@/lib/rate-limits/in-memory";

/** Ours: some reports at once. */
const BODY_BYTES_MAX = 16_000;
const REPORTS_MAX = 10;

const text = z.string().max(4_000).catch("");

/** As browsers send it for `report-uri`, and for `report-to`. */
const report = z.union([
  z.object({
    "csp-report": z.object({
      "effective-directive": text,
      "blocked-uri": text,
      "document-uri": text,
    }),
  }),
  z.object({
    body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text }),
  }),
]);

/** What a page was kept from doing. Anybody can send this, so it is only written down, and not often. */
export async function POST(request: Request) {
  const body = await readBody(request, BODY_BYTES_MAX);
  if (!body) return new Response(null, { status: 413 });
  for (const one of readReports(body.toString("utf8"))) {
    if (await mayWrite("csp-report")) log.warn(one, "content security policy");
  }
  return new Response(null, { status: 204 });
}

function readReports(json: string) {
  const sent = parseJson(json);
  const all = (Array.isArray(sent) ? sent : [sent]).slice(0, REPORTS_MAX);
  return all.flatMap((one) => {
    const parsed = report.safeParse(one);
    if (!parsed.success) return [];
    const told = parsed.data;
    return "body" in told
      ? [summary(told.body.effectiveDirective, told.body.blockedURL, told.body.documentURL)]
      : [
          summary(
            told["csp-report"]["effective-directive"],
            told["csp-report"]["blocked-uri"],
            told["csp-report"]["document-uri"],
          ),
        ];
  });
}

/** Addresses of links let somebody in: of a page only the first part of its path is kept, of others the origin. */
function summary(directive: string, blocked: string, page: string) {
  return {
    directive: directive.slice(0, 50),
    blocked: originOf(blocked),
    page: URL.canParse(page) ? `/${new URL(page).pathname.split("/")[1] ?? ""}` : "",
  };
}

/** Browsers also say `inline`, `eval` or `data`. */
function originOf(blocked: string): string {
  return URL.canParse(blocked) ? new URL(blocked).origin : blocked.slice(0, 20);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
