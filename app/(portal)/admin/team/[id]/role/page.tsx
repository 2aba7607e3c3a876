import type { Metadata } from "next";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import { changeRoleAction } from "@/app/(portal)/admin/team/actions";
import { QuestionPage } from "@/components/team/question-page";
import { RoleForm } from "@/components/team/role-form";
import { TextLink } from "@/components/ui/text-link";

type Props = PageProps<"/admin/team/[id]/role">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Role of ${(await loadPerson((await params).id)).name}` };
}

export default async function ChangeRolePage({ params }: Props) {
  const person = await loadPerson((await params).id);
  return (
    <QuestionPage person={person} title={`Which role does ${person.name} have?`}>
      <RoleForm person={person} change={changeRoleAction.bind(null, person.id)} />
      <p>
        <TextLink href="/admin/team/roles">What each role may do</TextLink>
      </p>
    </QuestionPage>
  );
}
