import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";

/** Begins another draft with the answers this customer shares with it. */
export function DuplicateForm({
  duplicate,
  look = buttonLook("secondary"),
}: {
  duplicate: () => Promise<void>;
  look?: string;
}) {
  const t = useTranslations("wizard.tasks");
  return (
    <form action={duplicate} className="flex">
      <button type="submit" className={look}>
        {t("duplicate")}
      </button>
    </form>
  );
}
