import { z } from "zod";
import { readPatch } from "@/lib/answers/model";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { readBody } from "@/lib/http/read-body";
import { isSameOrigin } from "@/lib/http/same-origin";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { type StepInput, saveStep } from "@/lib/onboarding/save-step";

/** Ours: every field of a step at its longest. */
const BODY_BYTES_MAX = 100_000;

const posted = z.object({
  editor: z.string().min(1).max(64),
  seq: z.number().int().min(0),
  base: z.number().int().min(0).max(2_147_483_647),
  patch: z.unknown(),
});

/** Keeps what is being typed. A route, because a browser lets only a plain request outlive its page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/onboardings/[id]/answers/[step]">,
) {
  if (!isSameOrigin(request.headers)) return refuse("other_origin", 403);
  const staff = await staffOrNull();
  if (!staff) return refuse("signed_out", 401);
  if (!may(staff, "onboarding.edit")) return refuse("forbidden", 403);
  const { id, step } = await params;
  if (!isAnswerStep(step)) return refuse("not_found", 404);
  const input = await readInput(request, step);
  if (!input) return refuse("unreadable", 400);

  const saved = await saveStep(staff, { id, step, continued: false, ...input });
  if (saved.ok) return Response.json(saved.value);
  return Response.json(saved.error, { status: saved.error.code === "not_found" ? 404 : 409 });
}

type Input = Pick<StepInput, "editor" | "seq" | "base" | "patch">;

async function readInput(request: Request, step: AnswerStep): Promise<Input | undefined> {
  const body = await readBody(request, BODY_BYTES_MAX);
  const parsed = posted.safeParse(parseJson(body?.toString("utf8") ?? ""));
  return parsed.success ? { ...parsed.data, patch: readPatch(step, parsed.data.patch) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAnswerStep(step: string): step is AnswerStep {
  return (answerSteps as readonly string[]).includes(step);
}

function refuse(code: string, status: number): Response {
  return Response.json({ code }, { status });
}
