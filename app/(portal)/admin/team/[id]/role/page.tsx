import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import { changeRoleAction } from "@/app/(portal)/admin/team/actions";
import { QuestionPage } from "@/components/team/question-page";
import { RoleForm } from "@/components/team/role-form";
import { TextLink } from "@/components/ui/text-link";

type Props = PageProps<"/admin/team/[id]/role">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadPerson((await params).id);
  const t = await getTranslations("team.role");
  return { title: t("page", { name }) };
}

export default async function ChangeRolePage({ params }: Props) {
  const person = await loadPerson((await params).id);
  const t = await getTranslations("team");
  return (
    <QuestionPage person={person} title={t("role.title", { name: person.name })}>
      <RoleForm person={person} change={changeRoleAction.bind(null, person.id)} />
      <p>
        <TextLink href="/admin/team/roles">{t("roles.title")}</TextLink>
      </p>
    </QuestionPage>
  );
}
