import { useTranslations } from "next-intl";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Check, Minus } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { type Action, permissions, type Role, roleLabels, roles } from "@/lib/auth/model";
import { actionGroups, actionWords } from "./action-words";

/** What each role may do, made from the permissions that decide it. */
export function RolesTable() {
  const t = useTranslations("team.roles");
  const columns = [
    [t("what"), "w-[40%]"],
    ...roles.map((role) => [roleLabels[role], "w-[14%]"] as const),
    [t("factor"), "w-[18%]"],
  ] as const;
  return (
    <div className="flex flex-col gap-8">
      {actionGroups.map(({ group, actions }) => (
        <Section key={group} title={t(`group.${group}`)}>
          <CardTable caption={t("caption", { group: t(`group.${group}`) })} columns={columns}>
            {actions.map((action) => (
              <CardRow key={action}>
                <CardCell className="font-medium sm:font-normal">{t(`action.${action}`)}</CardCell>
                {roles.map((role) => (
                  <CardCell key={role} label={roleLabels[role]}>
                    <YesOrNo yes={mayDo(role, action)} />
                  </CardCell>
                ))}
                <CardCell label={t("factor")}>
                  <Taking action={action} />
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

function Taking({ action }: { action: Action }) {
  const t = useTranslations("team.roles.taking");
  const { taking } = actionWords[action];
  return taking ? t(taking) : <span className="text-muted">–</span>;
}

function YesOrNo({ yes }: { yes: boolean }) {
  const t = useTranslations("team.roles");
  const Icon = yes ? Check : Minus;
  return (
    <span className={yes ? "text-done" : "text-muted"}>
      <Icon className="inline-block" />
      <span className="sr-only">{t(yes ? "yes" : "no")}</span>
    </span>
  );
}
