import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Building2, Eye, EyeOff, Landmark } from "@/components/ui/icons";
import type { AnswerStep } from "@/lib/onboarding/model";

export type Audience = "public" | "banks" | "plaid" | "us";

const icons = { public: Eye, banks: Landmark, plaid: Building2, us: EyeOff };

const bySection: Record<AnswerStep, Audience> = {
  company: "plaid",
  contacts: "plaid",
  support: "public",
  products: "plaid",
  logo: "public",
  "redirect-uris": "plaid",
};

/** Where a field differs from its section. */
const byPath: Record<string, Audience> = {
  legalEntityName: "banks",
  website: "banks",
  applicationName: "public",
  isDepository: "us",
  createLinkCustomization: "plaid",
};

export function audienceOf(step: AnswerStep, path: string): Audience {
  return byPath[path] ?? bySection[step];
}

type OfGuest = { partner: string } | undefined;

/** Beside a field: who will see what is typed there. */
export function AudienceChip({ audience, guest }: { audience: Audience; guest?: OfGuest }) {
  const t = useTranslations("steps.audience");
  const Icon = icons[audience];
  return (
    <Chip icon={<Icon className="size-3.5" />}>
      <span className="sr-only">{t("before")}</span>
      {t(`${keyOf(audience, guest)}.label`, { partner: guest?.partner ?? "" })}
    </Chip>
  );
}

/** What it means in full. */
export function AudienceMeaning({ audience, guest }: { audience: Audience; guest: OfGuest }) {
  const t = useTranslations("steps.audience");
  return t(`${keyOf(audience, guest)}.who`, { partner: guest?.partner ?? "" });
}

/** "Us" is the partner: the end customer is told its name. */
function keyOf(audience: Audience, guest: OfGuest) {
  return audience === "us" && guest ? "partner" : audience;
}
