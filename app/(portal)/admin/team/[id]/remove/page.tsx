import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import { removePersonAction } from "@/app/(portal)/admin/team/actions";
import { ActForm } from "@/components/team/act-form";
import { QuestionPage } from "@/components/team/question-page";
import { ButtonLink } from "@/components/ui/button-link";

type Props = PageProps<"/admin/team/[id]/remove">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadPerson((await params).id);
  const t = await getTranslations("team.remove");
  return { title: t("page", { name }) };
}

export default async function RemovePersonPage({ params }: Props) {
  const person = await loadPerson((await params).id);
  const { id, name } = person;
  const t = await getTranslations("team.remove");
  return (
    <QuestionPage person={person} title={t("title", { name })}>
      <p>{t("about", { name })}</p>
      <ActForm
        act={removePersonAction.bind(null, id)}
        label={t("label")}
        busy={t("busy")}
        undone={t("undone")}
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
            {t("keep")}
          </ButtonLink>
        }
      />
    </QuestionPage>
  );
}
