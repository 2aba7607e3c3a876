import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Icon } from "@/components/ui/icon";
import { Box, FlaskConical, Globe } from "@/components/ui/icons";
import { toneColours } from "@/components/ui/tone";
import type { Tone } from "@/lib/statuses/model";

export type PlaidEnvironment = "emulator" | "sandbox" | "production";

type Look = { tone: Tone; icon: Icon };

const looks: Record<PlaidEnvironment, Look> = {
  emulator: { tone: "neutral", icon: FlaskConical },
  sandbox: { tone: "plaid", icon: Box },
  production: { tone: "done", icon: Globe },
};

type Props = { environment: PlaidEnvironment };

/** Which Plaid this portal talks to; left to the banner where there is one and little room. */
export function EnvironmentChip({ environment }: Props) {
  const t = useTranslations("frame.environment");
  const { tone, icon: Icon } = looks[environment];
  return (
    <span className={environment === "production" ? "" : "max-sm:hidden"}>
      <Badge tone={tone} icon={<Icon />}>
        {t.rich("label", {
          name: t(environment),
          hidden: (chunks) => <span className="sr-only">{chunks}</span>,
        })}
      </Badge>
    </span>
  );
}

/** Always in view where what people do does not count. */
export function EnvironmentBanner({ environment }: Props) {
  const t = useTranslations("apply.environment");
  if (environment === "production") return null;
  return (
    <p
      className={`max-w-none px-4 py-1 text-center text-sm forced-colors:border-b ${toneColours[looks[environment].tone]}`}
    >
      {t(environment)}
    </p>
  );
}
