import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { activityKinds } from "./kinds";

/** Narrows the timeline. A plain form: its address says it all. */
export function ActivityFilter({
  path,
  kind,
  search,
}: {
  path: string;
  kind: string | null;
  search: string;
}) {
  const t = useTranslations("activity.filter");
  return (
    <form action={path} className="flex flex-wrap items-end gap-3">
      <SelectField label={t("kind")} name="kind" defaultValue={kind ?? ""}>
        <option value="">{t("everything")}</option>
        {activityKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field label={t("text")} name="q" type="search" defaultValue={search} />
      <Button variant="secondary">{t("filter")}</Button>
    </form>
  );
}
