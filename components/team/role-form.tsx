import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { RadioGroup } from "@/components/ui/radio-group";
import { roleLabels, roleMeanings, roles } from "@/lib/auth/model";
import type { PersonView } from "@/lib/team/model";
import { ActForm, type TeamAct } from "./act-form";

/** Options of a role, each with what it means. */
export const roleOptions = roles.map((role) => ({
  value: role,
  label: roleLabels[role],
  hint: roleMeanings[role],
}));

export function RoleForm({
  person: { id, name, role, status },
  change,
}: {
  person: PersonView;
  change: TeamAct;
}) {
  const t = useTranslations("team.role");
  return (
    <ActForm
      act={change}
      label={t("label")}
      busy={t("busy")}
      undone={t("undone")}
      safe={
        <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
          {t("keep", { role: roleLabels[role].toLowerCase() })}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup legend={t("role")} name="role" options={roleOptions} defaultValue={role} />
        <p className="text-muted text-sm">
          {t("effect", { name })}
          {status === "active" && ` ${t("told", { name })}`}
        </p>
      </div>
    </ActForm>
  );
}
