import type { ReactNode } from "react";
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
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <h1 className="wrap-anywhere">{title}</h1>
      {obstacle ? (
        <>
          <p>{explainObstacle(obstacle)}</p>
          <ButtonLink variant="secondary" href={`/admin/team/${id}`}>
            Back to {name}
          </ButtonLink>
        </>
      ) : (
        children
      )}
    </div>
  );
}
