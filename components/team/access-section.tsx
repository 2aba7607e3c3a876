import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { PersonView } from "@/lib/team/model";
import { ActForm, type TeamAct } from "./act-form";
import { explainObstacle } from "./texts";

/** Whether somebody who joined may go on working here. */
export function AccessSection({ person, readmit }: { person: PersonView; readmit: TeamAct }) {
  const t = useTranslations("team.access");
  const refused = useTranslations("team.refused");
  const { id, name, status, obstacle } = person;
  if (obstacle) {
    return (
      <Section title={t("title")}>
        <p>{explainObstacle(obstacle, refused)}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")}>
      {status === "suspended" ? (
        <>
          <p>{t("suspended", { name })}</p>
          <ActForm
            act={readmit}
            label={t("readmit.label")}
            busy={t("readmit.busy")}
            undone={t("readmit.undone")}
          />
        </>
      ) : (
        <>
          <p className="text-muted">{t("about")}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink variant="secondary" href={`/admin/team/${id}/suspend`}>
              {t("suspend")}
            </ButtonLink>
            <ButtonLink variant="secondary" href={`/admin/team/${id}/remove`}>
              {t("remove")}
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
  const t = useTranslations("team.sso");
  return (
    <Section title={t("title")}>
      <p>{t.rich("since", { at: since, time: () => <Time at={since} /> })}</p>
      {!obstacle && (
        <>
          <ActForm
            act={release}
            label={t("release.label")}
            busy={t("release.busy")}
            undone={t("release.undone")}
            variant="secondary"
          />
          <p className="text-muted text-sm">{t("release.about", { name })}</p>
        </>
      )}
    </Section>
  );
}
