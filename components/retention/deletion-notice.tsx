import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/time";

/** On every page of a draft that nobody works on, for its last month. */
export function DeletionNotice({
  deletesAt,
  keep,
}: {
  deletesAt: string | null;
  /** For who may work on it. */
  keep: (() => Promise<void>) | null;
}) {
  const t = useTranslations("settings.deletionNotice");
  if (deletesAt === null) return null;
  return (
    <Banner
      tone="you"
      title={t.rich("title", { at: deletesAt, day: () => <Day at={deletesAt} /> })}
    >
      <p>{t("about")}</p>
      {keep && (
        <form action={keep}>
          <Button variant="secondary">{t("keep")}</Button>
        </form>
      )}
    </Banner>
  );
}
