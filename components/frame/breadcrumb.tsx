import { useTranslations } from "next-intl";
import type { LinkProps } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";

/** What a page is a part of, above its heading. */
export function Breadcrumb<R extends string>(link: LinkProps<R>) {
  const t = useTranslations("frame");
  return (
    <nav aria-label={t("breadcrumb")}>
      <TextLink<R> {...link} />
    </nav>
  );
}
