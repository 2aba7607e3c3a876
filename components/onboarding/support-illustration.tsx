import { ExternalLink, Mail, Phone } from "@/components/ui/icons";
import { Illustration, Logo, type PublicFacts } from "./illustrations";

export function SupportIllustration({ applicationName, logo, support }: PublicFacts) {
  const name = applicationName.trim();
  return (
    <Illustration caption="Illustration of the support card in Plaid Portal, where people manage their connections.">
      <div className="flex min-w-0 flex-col gap-3 text-sm">
        <div className="flex min-w-0 items-center gap-3">
          <Logo name={name} src={logo} />
          <p className="min-w-0 font-medium">{name || "Application name"}</p>
        </div>
        <p className="font-medium">Need help?</p>
        <ul className="flex flex-col gap-2">
          <li className="flex gap-2">
            <Mail className="mt-0.5" />
            <span className="min-w-0">{support.email.trim() || "Support email address"}</span>
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
