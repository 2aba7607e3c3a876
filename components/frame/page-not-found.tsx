import { useTranslations } from "next-intl";
import { Message, MessageLink } from "./message";

export function PageNotFound() {
  const t = useTranslations("frame.notFound");
  return (
    <Message title={t("title")} next={<MessageLink href="/">{t("next")}</MessageLink>}>
      <p>{t("about")}</p>
    </Message>
  );
}
