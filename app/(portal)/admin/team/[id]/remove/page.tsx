import type { Metadata } from "next";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import { removePersonAction } from "@/app/(portal)/admin/team/actions";
import { ActForm } from "@/components/team/act-form";
import { QuestionPage } from "@/components/team/question-page";
import { ButtonLink } from "@/components/ui/button-link";

type Props = PageProps<"/admin/team/[id]/remove">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Remove ${(await loadPerson((await params).id)).name}` };
}

export default async function RemovePersonPage({ params }: Props) {
  const person = await loadPerson((await params).id);
  const { id, name } = person;
  return (
    <QuestionPage person={person} title={`Remove ${name} from the team?`}>
      <p>
        {name} is signed out everywhere at once, cannot sign in any more, and is not known to single
        sign-on any longer. The name stays in the list as suspended, because the audit log says what{" "}
        {name} did. Customers assigned to {name} stay so until you assign them to somebody else.
      </p>
      <ActForm
        act={removePersonAction.bind(null, id)}
        label="Remove from the team"
        busy="Removing…"
        undone="Nobody was removed"
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
            Keep in the team
          </ButtonLink>
        }
      />
    </QuestionPage>
  );
}
