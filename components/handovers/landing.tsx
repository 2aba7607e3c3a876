import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLinkFacts } from "@/components/apply/link-facts";
import { useFormats } from "@/components/languages/formats";
import { SummaryList } from "@/components/ui/summary-list";
import type { HandoverFacts } from "@/lib/handovers/model";

/** What the recipient of keys finds behind the link, before anything happens. */
export function Landing({
  link,
  partner,
  start,
}: {
  link: HandoverFacts;
  partner: string;
  start: ReactNode;
}) {
  const t = useTranslations("handover.landing");
  const secrets = useTranslations("handover.secrets");
  const { list } = useFormats();
  const facts = useLinkFacts(link);
  const { company, sender, address, kinds } = link;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title", { partner })}</h1>
      <p>{t("about", { sender: sender.name, partner, company, address })}</p>
      <p className="font-medium">{t("once")}</p>
      {start}
      <SummaryList
        items={[
          { term: t("receive"), value: list(kinds.map((kind) => secrets(kind))) },
          { term: t("for"), value: company },
          ...facts,
        ]}
      />
    </div>
  );
}
