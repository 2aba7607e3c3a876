import { useTranslations } from "next-intl";
import { Message, MessageLink } from "./message";

export function NotAllowed() {
  const t = useTranslations("frame.notAllowed");
  return (
    <Message title={t("title")} next={<MessageLink href="/">{t("next")}</MessageLink>}>
      <p>
        {t.rich("about", {
          link: (chunks) => (
            <a href="/admin/team/roles" className="text-primary underline underline-offset-4">
              {chunks}
            </a>
          ),
        })}
      </p>
    </Message>
  );
}
