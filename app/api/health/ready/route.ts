import { checkReadiness } from "@/lib/health/ready";

/** Whether to send people here: database, migrations and background work. */
export async function GET() {
  const { ready, ...parts } = await checkReadiness();
  return Response.json(
    { status: ready ? "ready" : "not ready", ...parts },
    { status: ready ? 200 : 503 },
  );
}
