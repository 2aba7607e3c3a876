import { useTranslations } from "next-intl";
import { NewTabLink } from "@/components/ui/text-link";
import type { StepState } from "@/lib/drafts/model";
import type { Guest } from "./guest";

/** Why nothing was saved, and what to do about it. What was typed is still in the form. */
export function SaveProblem({
  problem: { code },
  guest,
}: {
  problem: NonNullable<StepState<unknown>["problem"]>;
  guest?: Guest | undefined;
}) {
  const t = useTranslations("steps.unsaved");
  const newTab = useTranslations("steps.saving")("newTab");
  if (code === "offline" || code === "outdated") return <p>{t(`everybody.${code}`)}</p>;
  return (
    <p>
      {t.rich(`${guest ? "guest" : "staff"}.${code}`, {
        partner: guest?.partner ?? "",
        link: (text) => (
          <NewTabLink href={guest?.href ?? "/sign-in"} note={newTab}>
            {text}
          </NewTabLink>
        ),
      })}
    </p>
  );
}
