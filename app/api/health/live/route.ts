/** The process answers; nothing else is asked. */
export function GET() {
  return Response.json({ status: "up" });
}
