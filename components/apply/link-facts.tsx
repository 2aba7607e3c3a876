import { useTranslations } from "next-intl";
import { useFormats } from "@/components/languages/formats";
import { PageLink } from "@/components/ui/text-link";

/** How long a mailed link works, and whom to ask. */
export function useLinkFacts(link: { expiresAt: string; sender: { name: string; email: string } }) {
  const t = useTranslations("apply.facts");
  const { day } = useFormats();
  const { expiresAt, sender } = link;
  return [
    { term: t("until"), value: <time dateTime={expiresAt}>{day(expiresAt)}</time> },
    {
      term: t("questions"),
      value: (
        <>
          {sender.name}, <PageLink href={`mailto:${sender.email}`}>{sender.email}</PageLink>
        </>
      ),
    },
  ];
}
