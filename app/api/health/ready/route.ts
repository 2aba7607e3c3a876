import { checkReadiness } from "@/lib/health/ready";
import { stopping } from "@/lib/stopping";

/** Whether to send people here: database, migrations and background work. */
export async function GET() {
  if (stopping.aborted) return Response.json({ status: "stopping" }, { status: 503 });
  const { ready, ...parts } = await checkReadiness();
  return Response.json(
    { status: ready ? "ready" : "not ready", ...parts },
    { status: ready ? 200 : 503 },
  );
}
