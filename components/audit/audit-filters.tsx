import { useTranslations } from "next-intl";
import { actionCodes, describeAction } from "@/components/activity/action-texts";
import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { type AuditFilter, type AuditOptions, nameOfActor, systemJobs } from "@/lib/audit/model";

export function AuditFilters({
  filter: { actorId, action, subject, before: _, ...period },
  options: { people },
  narrowed,
}: {
  filter: AuditFilter;
  options: AuditOptions;
  narrowed: boolean;
}) {
  const t = useTranslations("audit.filters");
  const activity = useTranslations("activity");
  const known = people.some(({ id }) => id === actorId) || systemJobs.includes(actorId ?? "");
  return (
    <FilterForm path="/admin/audit" narrowed={narrowed}>
      <SelectField label={t("person")} name="person" defaultValue={actorId ?? ""}>
        <option value="">{t("everybody")}</option>
        {actorId && !known && <option value={actorId}>{actorId}</option>}
        <optgroup label={t("people")}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("system")}>
          {systemJobs.map((job) => (
            <option key={job} value={job}>
              {nameOfActor({ actorKind: "system", actorId: job, name: null })} ({job})
            </option>
          ))}
        </optgroup>
      </SelectField>
      <SelectField label={t("action")} name="action" defaultValue={action ?? ""}>
        <option value="">{t("everything")}</option>
        {action && !actionCodes.includes(action) && <option value={action}>{action}</option>}
        {actionCodes.map((code) => (
          <option key={code} value={code}>
            {describeAction(code, {}, activity)}
          </option>
        ))}
      </SelectField>
      <Field label={t("objectId")} name="object" defaultValue={subject ?? ""} spellCheck={false} />
      <PeriodFields {...period} />
    </FilterForm>
  );
}
