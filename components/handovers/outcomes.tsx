import { useTranslations } from "next-intl";
import { useFormats } from "@/components/languages/formats";
import type { HandoverFacts } from "@/lib/handovers/model";

/** One and the same for a link that never was, was used, locked, revoked, or whose time is over. */
export function HandoverEnded() {
  const t = useTranslations("handover.ended");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <p>{t("stolen")}</p>
    </div>
  );
}

export function HandoverReceipt({
  link: { company, kinds },
  partner,
  receivedAt,
}: {
  link: HandoverFacts;
  partner: string;
  receivedAt: string;
}) {
  const t = useTranslations("handover.receipt");
  const secrets = useTranslations("handover.secrets");
  const { list, moment } = useFormats();
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <p>
        {t.rich("about", {
          keys: list(kinds.map((kind) => secrets(kind))),
          company,
          moment: moment(receivedAt),
          time: (shown) => <time dateTime={receivedAt}>{shown}</time>,
        })}
      </p>
      <p>{t("gone", { partner })}</p>
    </div>
  );
}
