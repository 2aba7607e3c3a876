import { Chip } from "@/components/ui/chip";
import { Building2, Eye, EyeOff, Landmark } from "@/components/ui/icons";
import type { AnswerStep } from "@/lib/onboarding/model";

export type Audience = "public" | "banks" | "plaid" | "us";

const audiences = {
  public: {
    label: "Public",
    icon: Eye,
    who: "Everyone who connects a bank sees it, in Link or in Plaid Portal.",
  },
  banks: {
    label: "Banks",
    icon: Landmark,
    who: "Banks see it when the application is registered with them. People who connect do not.",
  },
  plaid: { label: "Plaid only", icon: Building2, who: "Plaid keeps it to itself." },
  us: { label: "Only us", icon: EyeOff, who: "It stays in this portal and is not sent." },
} as const satisfies Record<Audience, { label: string; icon: typeof Eye; who: string }>;

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

/** "Us" is the partner: the end customer is told its name. */
export function audienceFor(audience: Audience, guest: OfGuest): { label: string; who: string } {
  if (audience !== "us" || !guest) return audiences[audience];
  return { label: `Only ${guest.partner}`, who: `It stays with ${guest.partner} and is not sent.` };
}

/** Beside a field: who will see what is typed there. */
export function AudienceChip({ audience, guest }: { audience: Audience; guest?: OfGuest }) {
  const { icon: Icon } = audiences[audience];
  const { label } = audienceFor(audience, guest);
  return (
    <Chip icon={<Icon className="size-3.5" />}>
      <span className="sr-only">Who sees this: </span>
      {label}
    </Chip>
  );
}
