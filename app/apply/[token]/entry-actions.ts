"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { boundToken, explainNoCode } from "@/app/link-forms";
import { readRaw } from "@/app/read-input";
import type { CodeState } from "@/components/apply/code-page";
import type { Answered } from "@/components/apply/press";
import { confirmDevice } from "@/lib/applicants/confirm-device";
import { renewLink } from "@/lib/applicants/renew-link";
import { keepCookie, presented } from "@/lib/applicants/session";
import { resendCode, startVisit } from "@/lib/applicants/start";
import { requestOrigin } from "@/lib/auth/session";
import { linkPath } from "./application";

export async function startVisitAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const started = await startVisit(await presented(link), await requestOrigin());
  if (started.ok) {
    if (started.value.cookie) await keepCookie(link, started.value.cookie);
    redirect(linkPath(link));
  }
  switch (started.error.code) {
    case "unknown":
    case "expired":
      return redirect(linkPath(link));
    case "too_many_starts": {
      const t = await getTranslations("apply.answered");
      return { tone: "you", title: t("starts"), more: t("startsNext") };
    }
    case "too_many_codes":
      return await explainNoCode("too_many_codes");
  }
}

export async function giveCodeAction(
  token: string,
  _state: CodeState,
  form: FormData,
): Promise<CodeState> {
  const link = boundToken.parse(token);
  const given = await confirmDevice(
    { ...(await presented(link)), typed: readRaw(form, "code") },
    await requestOrigin(),
  );
  if (given.ok) {
    await keepCookie(link, given.value.cookie);
    redirect(linkPath(link));
  }
  switch (given.error.code) {
    case "unknown":
    case "expired":
    case "needs_start":
      return redirect(linkPath(link));
    default:
      return { problem: given.error };
  }
}

export async function resendCodeAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const sent = await resendCode(await presented(link));
  if (sent.ok) {
    const t = await getTranslations("apply.answered");
    return { tone: "done", title: t("sent") };
  }
  switch (sent.error.code) {
    case "too_soon":
    case "too_many_codes":
      return await explainNoCode(sent.error.code);
    default:
      return redirect(linkPath(link));
  }
}

export async function renewLinkAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const renewed = await renewLink(await presented(link), await requestOrigin());
  if (renewed.ok) redirect(`${linkPath(link)}?renewed`);
  if (renewed.error.code === "unknown") redirect(linkPath(link));
  const t = await getTranslations("apply.answered");
  return { tone: "you", title: t("links"), more: t("linksNext") };
}
