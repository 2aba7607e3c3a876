import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";

type Props = { singleKeys: boolean; save: (form: FormData) => Promise<void> };

export function KeyboardForm({ singleKeys, save }: Props) {
  const t = useTranslations("notifications.keyboard");
  return (
    <div id="keyboard">
      <Section title={t("title")}>
        <form action={save} className="flex flex-col items-start gap-6">
          <CheckboxField
            name="singleKeys"
            label={t("singleKeys")}
            hint={t("singleKeysHint")}
            defaultChecked={singleKeys}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button>{t("save")}</Button>
            <TextLink href="/keyboard">{t("all")}</TextLink>
          </div>
        </form>
      </Section>
    </div>
  );
}
