import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ManualItem } from "@/lib/launch/model";

export function UntickForm({ item, untick }: { item: ManualItem; untick: () => Promise<void> }) {
  const t = useTranslations("launch");
  const title = useTranslations("launchItems");
  return (
    <form action={untick}>
      <Button variant="plain" className="-ml-2">
        {t.rich("untick", {
          title: title(item),
          hidden: (text) => <span className="sr-only">{text}</span>,
        })}
      </Button>
    </form>
  );
}
