import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { Translate } from "@/lib/languages/model";
import type { SecretView } from "@/lib/secrets/model";

/** Points at secrets that wait to be handed over. */
export function KeysNote({ id, secrets }: { id: string; secrets: SecretView[] }) {
  const t = useTranslations("customers.secrets");
  const held = secrets.filter((secret) => secret.state === "held");
  if (held.length === 0) return null;
  return (
    <Banner tone="you" title={titleOf(held, t)}>
      <p>
        <TextLink tone="inherit" href={`/customers/${id}/keys`}>
          {t("go")}
        </TextLink>
      </p>
    </Banner>
  );
}

function titleOf(held: SecretView[], t: Translate<"customers.secrets">): string {
  if (held.length > 1) return t("both");
  return t(held[0]?.kind === "production" ? "production" : "sandbox");
}
