import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import type { Forwarded } from "@/lib/applicants/model";
import { type Answered, Press } from "./press";

/** What colleagues were asked for, and the way to ask one. */
export function Forwards({
  at,
  forwards,
  withdraw,
}: {
  at: string;
  forwards: Forwarded[];
  withdraw: (id: string, state: Answered, form: FormData) => Promise<Answered>;
}) {
  const t = useTranslations("apply");
  const fields = useTranslations("fields.sections");
  return (
    <Section title={t("forwards.title")}>
      <p>{t("forwards.about")}</p>
      {forwards.length > 0 && (
        <ul className="divide-y border-y">
          {forwards.map(({ id, name, email, steps, state }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
              <div className="min-w-0">
                <p className="font-medium">
                  {name} ({email})
                </p>
                <p className="text-muted text-sm">
                  {steps.map((step) => fields(step)).join(", ")} · {t(`forwards.${state}`)}
                </p>
              </div>
              <Press
                action={withdraw.bind(null, id)}
                label={t("forwards.withdraw")}
                about={t("forwards.ofWhom", { name })}
                variant="secondary"
              />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={`${at}/forward` as Route} variant="secondary" className="self-start">
        {t("forward.title")}
      </ButtonLink>
    </Section>
  );
}
