import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Texts } from "@/components/languages/texts";
import { ButtonLink } from "@/components/ui/button-link";
import type { PersonView } from "@/lib/team/model";
import { explainObstacle } from "./texts";

/** A question about somebody of the team, or why it cannot be asked. */
export function QuestionPage({
  person: { id, name, obstacle },
  title,
  children,
}: {
  person: PersonView;
  title: string;
  children: ReactNode;
}) {
  const t = useTranslations("team.question");
  const refused = useTranslations("team.refused");
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <h1 className="wrap-anywhere">{title}</h1>
      {obstacle ? (
        <>
          <p>{explainObstacle(obstacle, refused)}</p>
          <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
            {t("back", { name })}
          </ButtonLink>
        </>
      ) : (
        <Texts of={["team.refused", "acts"]}>{children}</Texts>
      )}
    </div>
  );
}
