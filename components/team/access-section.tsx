import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { PersonView } from "@/lib/team/model";
import { ActForm, type TeamAct } from "./act-form";
import { explainObstacle } from "./texts";

/** Whether somebody who joined may go on working here. */
export function AccessSection({ person, readmit }: { person: PersonView; readmit: TeamAct }) {
  const { id, name, status, obstacle } = person;
  if (obstacle) {
    return (
      <Section title="Access">
        <p>{explainObstacle(obstacle)}</p>
      </Section>
    );
  }
  return (
    <Section title="Access">
      {status === "suspended" ? (
        <>
          <p>{name} cannot sign in. What they did stays on record.</p>
          <ActForm
            act={readmit}
            label="Let back in"
            busy="Letting back in…"
            undone="Nobody was let back in"
          />
        </>
      ) : (
        <>
          <p className="text-muted">
            Suspending ends every session at once. Removing also unties single sign-on; the name
            stays on record with what was done.
          </p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink variant="secondary" href={`/admin/team/${id}/suspend`}>
              Suspend
            </ButtonLink>
            <ButtonLink variant="secondary" href={`/admin/team/${id}/remove`}>
              Remove from the team
            </ButtonLink>
          </div>
        </>
      )}
    </Section>
  );
}

/** Which account of the identity provider signs this person in. */
export function SsoSection({
  person: { name, obstacle },
  since,
  release,
}: {
  person: PersonView;
  since: string;
  release: TeamAct;
}) {
  return (
    <Section title="Single sign-on">
      <p>
        Tied to one account of the identity provider since <Time at={since} />. Another account with
        the same address is refused.
      </p>
      {!obstacle && (
        <>
          <ActForm
            act={release}
            label="Untie account"
            busy="Untying…"
            undone="The account is still tied"
            variant="secondary"
          />
          <p className="text-muted text-sm">
            For when {name} has a new account there: the next single sign-on ties that one.
          </p>
        </>
      )}
    </Section>
  );
}
