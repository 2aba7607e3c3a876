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
  return (
    <ActForm
      act={change}
      label="Change role"
      busy="Changing…"
      undone="The role was not changed"
      safe={
        <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
          Keep {roleLabels[role].toLowerCase()}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup legend="Role" name="role" options={roleOptions} defaultValue={role} />
        <p className="text-muted text-sm">
          It holds from the next page {name} opens.
          {status === "active" && ` ${name} is told by mail.`}
        </p>
      </div>
    </ActForm>
  );
}
