"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { boundToken, explainNoCode } from "@/app/link-forms";
import { readRaw } from "@/app/read-input";
import type { CodeState } from "@/components/apply/code-page";
import type { Answered } from "@/components/apply/press";
import type { ShowState } from "@/components/handovers/receive";
import { keepCookie, presented } from "@/lib/applicants/session";
import { requestOrigin } from "@/lib/auth/session";
import { giveCode } from "@/lib/handovers/give-code";
import { sendCode } from "@/lib/handovers/send-code";
import { confirmReceived, showHandover } from "@/lib/handovers/show";

function pathOf(token: string): Route {
  return `/handover/${encodeURIComponent(token)}` as Route;
}

export async function sendHandoverCodeAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const sent = await sendCode(await presented(link), await requestOrigin());
  return await answerSent(link, sent);
}

export async function resendHandoverCodeAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const sent = await sendCode(await presented(link), await requestOrigin(), { another: true });
  return await answerSent(link, sent);
}

async function answerSent(
  link: string,
  sent: Awaited<ReturnType<typeof sendCode>>,
): Promise<Answered> {
  if (sent.ok) {
    if (sent.value.cookie) await keepCookie(link, sent.value.cookie);
    redirect(pathOf(link));
  }
  switch (sent.error.code) {
    case "ended":
      return redirect(pathOf(link));
    case "too_many_starts": {
      const t = await getTranslations("apply.answered");
      return { tone: "you", title: t("asked"), more: t("askedNext") };
    }
    case "too_soon":
    case "too_many_codes":
      return await explainNoCode(sent.error.code);
  }
}

export async function giveHandoverCodeAction(
  token: string,
  _state: CodeState,
  form: FormData,
): Promise<CodeState> {
  const link = boundToken.parse(token);
  const given = await giveCode(
    { ...(await presented(link)), typed: readRaw(form, "code") },
    await requestOrigin(),
  );
  if (given.ok) {
    await keepCookie(link, given.value.cookie);
    redirect(pathOf(link));
  }
  switch (given.error.code) {
    case "ended":
    case "needs_start":
      return redirect(pathOf(link));
    default:
      return { problem: given.error };
  }
}

/** Not revalidated: the answer is the one place where the secrets may be. */
export async function showHandoverAction(
  token: string,
  _state: ShowState,
  _form: FormData,
): Promise<ShowState> {
  const link = boundToken.parse(token);
  const shown = await showHandover(await presented(link), await requestOrigin());
  if (shown.ok) return shown.value;
  if (shown.error.code === "not_openable") return { problem: "not_openable" };
  redirect(pathOf(link));
}

export async function confirmReceivedAction(token: string, form: FormData): Promise<void> {
  const link = boundToken.parse(token);
  if (form.has("stored")) await confirmReceived(await presented(link), await requestOrigin());
  revalidatePath(pathOf(link));
}
