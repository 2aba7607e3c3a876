import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { describeAgreement, type RegistrationView } from "@/lib/institutions/model";
import type { Translate } from "@/lib/languages/model";

/** The two papers banks wait for. */
export function Agreements({
  registration: { flowdownStatus, questionnaireStatus },
}: {
  registration: RegistrationView;
}) {
  const t = useTranslations("banks.agreements");
  return (
    <Section title={t("title")}>
      <dl className="grid gap-4 sm:grid-cols-2">
        <div className="card">
          <dt className="font-medium">{t("addendum")}</dt>
          <dd>
            <p>{stateOf(flowdownStatus, t)}</p>
            <p className="text-muted text-sm">
              {t(open(flowdownStatus) ? "addendumOpen" : "addendumAbout")}
            </p>
          </dd>
        </div>
        <div className="card">
          <dt className="font-medium">{t("questionnaire")}</dt>
          <dd>
            <p>{stateOf(questionnaireStatus, t)}</p>
            {open(questionnaireStatus) && (
              <p className="text-muted text-sm">{t("questionnaireOpen")}</p>
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function open(status: string | null): boolean {
  return status !== null && status !== "COMPLETE";
}

function stateOf(status: string | null, t: Translate<"banks.agreements">): string {
  return status === null ? t("notKnown") : describeAgreement(status);
}
