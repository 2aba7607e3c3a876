import { useTranslations } from "next-intl";
import { Message, MessageLink } from "./message";

export function SignInFirst() {
  const t = useTranslations("frame.signInFirst");
  return (
    <Message title={t("title")} next={<MessageLink href="/sign-in">{t("next")}</MessageLink>}>
      <p>{t("about")}</p>
    </Message>
  );
}
