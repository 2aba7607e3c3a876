"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { Retention } from "@/lib/partner-settings/model";
import { draftDays, ENDED_DAYS, NOTICE_DAYS, secretDays } from "@/lib/retention/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<Retention>; save: SaveSettings<Retention> };

export function RetentionForm({ initial, save }: Props) {
  const t = useTranslations("settings.retention");
  const { values, errors, form } = useSettingsForm(initial, save);
  const days = (name: keyof Retention) => ({
    id: name,
    name,
    inputMode: "numeric" as const,
    autoComplete: "off",
    className: "max-w-24",
    defaultValue: values[name],
    error: errors[name],
  });
  return (
    <SettingsForm form={form}>
      <Field
        {...days("draftDays")}
        label={t("drafts.label")}
        hint={t("drafts.hint", { ...draftDays, notice: NOTICE_DAYS })}
      />
      <Field
        {...days("secretDays")}
        label={t("secrets.label")}
        hint={t("secrets.hint", secretDays)}
      />
      <p className="text-muted">{t("ended", { days: ENDED_DAYS })}</p>
    </SettingsForm>
  );
}
