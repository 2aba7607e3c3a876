"use client";

import { Field } from "@/components/ui/field";
import type { Retention } from "@/lib/partner-settings/model";
import { draftDays, ENDED_DAYS, NOTICE_DAYS, secretDays } from "@/lib/retention/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<Retention>; save: SaveSettings<Retention> };

export function RetentionForm({ initial, save }: Props) {
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
        label="Days until a draft is deleted that nobody works on"
        hint={`From ${draftDays.min} to ${draftDays.max}. Its pages say the day a month before, and its owner is told by mail ${NOTICE_DAYS} days before; without that mail none is deleted, so a shorter time here leaves everybody those ${NOTICE_DAYS} days. Rejected and discarded drafts count, too; what was sent to Plaid is never deleted this way.`}
      />
      <Field
        {...days("secretDays")}
        label="Days until a secret is deleted that nobody asks for"
        hint={`From ${secretDays.min} to ${secretDays.max}, also for those that are kept already. What was shown is deleted after ten minutes, whatever stands here.`}
      />
      <p className="text-muted">
        Sessions, sign-in links, devices that gave a code, and hand-over links that were never used
        are deleted {ENDED_DAYS} days after they ended. This cannot be changed.
      </p>
    </SettingsForm>
  );
}
