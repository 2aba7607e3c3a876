import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/components/languages/formats";

/** Says nothing of whose link it is, or where a new one goes. */
export function Expired({ endedAt, renew }: { endedAt: string; renew: ReactNode }) {
  const t = useTranslations("apply.expired");
  const { day } = useFormats();
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>
        {t.rich("title", {
          day: day(endedAt),
          time: (shown) => <time dateTime={endedAt}>{shown}</time>,
        })}
      </h1>
      <p>{t("kept")}</p>
      {renew}
    </div>
  );
}
