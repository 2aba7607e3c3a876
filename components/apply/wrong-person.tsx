import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";

export function WrongPerson({ partner }: { partner: string }) {
  const t = useTranslations("apply.wrongPerson");
  return (
    <Disclosure summary={t("title")}>
      <p>{t("about", { partner })}</p>
    </Disclosure>
  );
}
