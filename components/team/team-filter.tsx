import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { roleLabels, roles } from "@/lib/auth/model";
import { personStatuses, type TeamFilter } from "@/lib/team/model";

/** Narrows the list. A plain form: its address says it all. */
export function TeamFilterForm({
  filter: { search, role, status, order },
}: {
  filter: TeamFilter;
}) {
  const t = useTranslations("team");
  return (
    <form action="/admin/team" className="flex flex-wrap items-end gap-3">
      <Field label={t("filter.search")} name="q" type="search" defaultValue={search} />
      <SelectField label={t("filter.role")} name="role" defaultValue={role ?? ""}>
        <option value="">{t("filter.everyRole")}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleLabels[one]}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("filter.status")} name="status" defaultValue={status ?? ""}>
        <option value="">{t("filter.everyStatus")}</option>
        {personStatuses.map((one) => (
          <option key={one} value={one}>
            {t(`status.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("filter.order")} name="order" defaultValue={order}>
        <option value="name">{t("filter.byName")}</option>
        <option value="activity">{t("filter.byActivity")}</option>
      </SelectField>
      <Button variant="secondary">{t("filter.show")}</Button>
    </form>
  );
}
