import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Namespace, Texts } from "@/components/languages/texts";
import { ArrowLeft } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";
import { type Step, steps } from "@/lib/onboarding/model";

const ofAnswers: Namespace[] = [
  ...(["steps.form", "steps.saving", "steps.changes", "steps.audience"] as const),
  "steps.unsaved.everybody",
];

/** What the forms say in the browser; the server knows all texts. */
const texts: Partial<Record<Step, Namespace[]>> = {
  company: [...ofAnswers, "steps.company", "steps.linkIllustration", "fields.company"],
  contacts: [...ofAnswers, "steps.contacts", "fields.contacts", "fields.people"],
  support: [...ofAnswers, "steps.support", "steps.supportIllustration", "fields.support"],
  products: [...ofAnswers, "steps.products", "products", "fields.products"],
  logo: [...ofAnswers, "steps.linkIllustration", "logo", "fields.logo"],
  "redirect-uris": [...ofAnswers, "redirectUris", "fields.redirect-uris"],
  attestations: ["steps.form", "wizard.attestations"],
};

/** Head of every step: the way back, where one is, and the one heading. */
export function StepFrame({
  step,
  among = steps,
  companyName,
  back,
  guest = false,
  children,
}: {
  step: Step;
  /** The pages there are. */
  among?: readonly Step[];
  companyName: string;
  back: Route;
  /** An invited person. */
  guest?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("steps.frame");
  const title = useTranslations("fields.sections")(step);
  const said = texts[step];
  return (
    <div className="flex w-full flex-col gap-6">
      <TextLink href={back} className="self-start print:hidden">
        <ArrowLeft className="mr-1 inline" />
        {t("back")}
      </TextLink>
      <div>
        <p className="text-muted">
          {t("place", { step: among.indexOf(step) + 1, count: among.length, title })}
        </p>
        <h1>{title}</h1>
        {companyName && <p className="mt-1 text-muted">{companyName}</p>}
      </div>
      {said ? (
        <Texts of={[...said, guest ? "steps.unsaved.guest" : "steps.unsaved.staff"]}>
          {children}
        </Texts>
      ) : (
        children
      )}
    </div>
  );
}
