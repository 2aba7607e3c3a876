import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { whoMay } from "./who-may";

export function StartForm({ start, allowed }: { start: () => Promise<void>; allowed: boolean }) {
  const t = useTranslations("customers");
  if (!allowed) {
    return <p className="text-muted">{whoMay("onboarding.edit", t("whoMay.deeds.add"), t)}</p>;
  }
  return (
    <form action={start}>
      <Button>{t("list.start")}</Button>
    </form>
  );
}
