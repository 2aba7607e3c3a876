"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Outcome } from "@/components/acts/outcome";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { explainSave } from "./texts";
import type { FormParts } from "./use-settings-form";

/** What the forms of the settings have in common: what is wrong, and the way on and out. */
export function SettingsForm({
  form: { state, action, onSubmit, pending, errors },
  children,
}: {
  form: FormParts;
  children: ReactNode;
}) {
  const t = useTranslations("settings.form");
  const acts = useTranslations("acts");
  const { problem, version } = state;
  const summary = itemsOf(errors);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      {problem && problem.code !== "incorrect" && <Outcome {...explainSave(problem, t, acts)} />}
      <input type="hidden" name="version" value={version} />
      {children}
      <div className="flex flex-wrap gap-3">
        <Button aria-disabled={pending}>{t(pending ? "saving" : "save")}</Button>
        <ButtonLink variant="quiet" href="/admin/settings">
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
