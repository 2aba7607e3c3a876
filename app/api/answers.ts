import { z } from "zod";
import { readPatch } from "@/lib/answers/model";
import type { Actor } from "@/lib/auth/model";
import { readBody } from "@/lib/http/read-body";
import { tooMany } from "@/lib/http/too-many";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { type StepInput, saveStep } from "@/lib/onboarding/save-step";
import { takeTry } from "@/lib/rate-limits/take";

/** Ours: every field of a step at its longest. */
const BODY_BYTES_MAX = 100_000;

const posted = z.object({
  editor: z.string().min(1).max(64),
  seq: z.number().int().min(0),
  base: z.number().int().min(0).max(2_147_483_647),
  patch: z.unknown(),
});

type Typed = { actor: Actor; id: string; step: AnswerStep };

/** Keeps what is being typed, for whoever may, and answers what is to be said about it. */
export async function keepAnswers(request: Request, typed: Typed): Promise<Response> {
  const { actor, id, step } = typed;
  const taken = await takeTry("autosave", actor.kind === "staff" ? actor.userId : id);
  if (!taken.ok) return tooMany(taken.error);
  const input = await readInput(request, step);
  if (!input) return refuse("unreadable", 400);
  const saved = await saveStep(actor, { id, step, continued: false, ...input });
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

export function isAnswerStep(step: string): step is AnswerStep {
  return (answerSteps as readonly string[]).includes(step);
}

export function refuse(code: string, status: number): Response {
  return Response.json({ code }, { status });
}
