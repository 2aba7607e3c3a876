import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";

export function Footer() {
  const t = useTranslations("frame");
  return (
    <footer className="border-t px-4 py-4 text-sm text-muted lg:px-8">
      <div className="mx-auto flex max-w-app flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p>{t("about")}</p>
        <TextLink href="/keyboard">{t("keyboard")}</TextLink>
      </div>
    </footer>
  );
}
