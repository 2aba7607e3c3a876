import type { Metadata } from "next";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import { suspendPersonAction } from "@/app/(portal)/admin/team/actions";
import { ActForm } from "@/components/team/act-form";
import { QuestionPage } from "@/components/team/question-page";
import { ButtonLink } from "@/components/ui/button-link";

type Props = PageProps<"/admin/team/[id]/suspend">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Suspend ${(await loadPerson((await params).id)).name}` };
}

export default async function SuspendPage({ params }: Props) {
  const person = await loadPerson((await params).id);
  const { id, name } = person;
  return (
    <QuestionPage person={person} title={`Suspend ${name}?`}>
      <p>
        {name} is signed out everywhere at once and cannot sign in, by link or single sign-on. Runs{" "}
        {name} started stop at the next customer. You can let {name} back in at any time.
      </p>
      <ActForm
        act={suspendPersonAction.bind(null, id)}
        label="Suspend"
        busy="Suspending…"
        undone="Nobody was suspended"
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
            Keep access
          </ButtonLink>
        }
      />
    </QuestionPage>
  );
}
