import { useTranslations } from "next-intl";
import { ExternalLink, Mail, Phone } from "@/components/ui/icons";
import { Illustration, Logo, type PublicFacts } from "./illustrations";

export function SupportIllustration({ applicationName, logo, support }: PublicFacts) {
  const t = useTranslations("steps.supportIllustration");
  const field = useTranslations("fields.support");
  const name = applicationName.trim();
  return (
    <Illustration caption={t("about")}>
      <div className="flex min-w-0 flex-col gap-3 text-sm">
        <div className="flex min-w-0 items-center gap-3">
          <Logo name={name} src={logo} />
          <p className="min-w-0 font-medium">{name || t("unnamed")}</p>
        </div>
        <p className="font-medium">{t("help")}</p>
        <ul className="flex flex-col gap-2">
          <li className="flex gap-2">
            <Mail className="mt-0.5" />
            <span className="min-w-0">{support.email.trim() || field("email")}</span>
          </li>
          {support.phoneNumber.trim() && (
            <li className="flex gap-2">
              <Phone className="mt-0.5" />
              <span className="min-w-0">{support.phoneNumber}</span>
            </li>
          )}
          {support.contactUrl.trim() && (
            <li className="flex gap-2">
              <ExternalLink className="mt-0.5" />
              <span className="min-w-0">{support.contactUrl}</span>
            </li>
          )}
        </ul>
      </div>
    </Illustration>
  );
}
