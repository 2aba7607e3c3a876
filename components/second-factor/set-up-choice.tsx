import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  /** Nothing else on the page is as urgent as the first one. */
  isFirst: boolean;
  begin: () => Promise<void>;
  /** Where a passkey is made. */
  passkey: Route;
};

export function SetUpChoice({ isFirst, begin, passkey }: Props) {
  const t = useTranslations("secondFactor.choice");
  return (
    <div className="flex flex-wrap gap-3">
      <form action={begin}>
        <Button variant={isFirst ? "primary" : "secondary"}>{t("authenticator")}</Button>
      </form>
      <ButtonLink variant="secondary" href={passkey}>
        {t("passkey")}
      </ButtonLink>
    </div>
  );
}
