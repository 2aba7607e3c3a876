import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import type { Wishes } from "@/lib/notifications/model";

type Props = { wishes: Wishes; save: (form: FormData) => Promise<void> };

export function WishesForm({ wishes, save }: Props) {
  const t = useTranslations("notifications.wishes");
  return (
    <form action={save} className="flex flex-col items-start gap-6">
      <CheckboxField
        name="turn"
        label={t("turn")}
        hint={t("turnHint")}
        defaultChecked={wishes.turn}
      />
      <CheckboxField
        name="digest"
        label={t("digest")}
        hint={t("digestHint")}
        defaultChecked={wishes.digest}
      />
      <Button>{t("save")}</Button>
    </form>
  );
}
