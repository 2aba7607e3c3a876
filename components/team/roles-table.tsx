import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Check, Minus } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { type Action, permissions, type Role, roleLabels, roles } from "@/lib/auth/model";
import { actionGroups, actionWords } from "./action-words";

const columns = [
  ["What", "w-[40%]"],
  ...roles.map((role) => [roleLabels[role], "w-[14%]"] as const),
  ["Second factor", "w-[18%]"],
] as const;

/** What each role may do, made from the permissions that decide it. */
export function RolesTable() {
  return (
    <div className="flex flex-col gap-8">
      {actionGroups.map(({ group, actions }) => (
        <Section key={group} title={group}>
          <CardTable caption={`${group}: who may do what`} columns={columns}>
            {actions.map((action) => (
              <CardRow key={action}>
                <CardCell className="font-medium sm:font-normal">
                  {actionWords[action].words}
                </CardCell>
                {roles.map((role) => (
                  <CardCell key={role} label={roleLabels[role]}>
                    <YesOrNo yes={mayDo(role, action)} />
                  </CardCell>
                ))}
                <CardCell label="Second factor">
                  {actionWords[action].factor ?? <span className="text-muted">–</span>}
                </CardCell>
              </CardRow>
            ))}
          </CardTable>
        </Section>
      ))}
    </div>
  );
}

function mayDo(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = permissions[action];
  return allowed.includes(role);
}

function YesOrNo({ yes }: { yes: boolean }) {
  const Icon = yes ? Check : Minus;
  return (
    <span className={yes ? "text-done" : "text-muted"}>
      <Icon className="inline-block" />
      <span className="sr-only">{yes ? "Yes" : "No"}</span>
    </span>
  );
}
