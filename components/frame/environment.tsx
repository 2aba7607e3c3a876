import { Badge } from "@/components/ui/badge";
import type { Icon } from "@/components/ui/icon";
import { Box, FlaskConical, Globe } from "@/components/ui/icons";
import { toneColours } from "@/components/ui/tone";
import type { Tone } from "@/lib/statuses/model";

export type PlaidEnvironment = "emulator" | "sandbox" | "production";

type Look = { label: string; tone: Tone; icon: Icon; note?: string };

const looks: Record<PlaidEnvironment, Look> = {
  emulator: {
    label: "Emulator",
    tone: "neutral",
    icon: FlaskConical,
    note: "Emulator: nothing here reaches Plaid",
  },
  sandbox: {
    label: "Sandbox",
    tone: "plaid",
    icon: Box,
    note: "Sandbox: Plaid answers with samples, nothing is created",
  },
  production: { label: "Production", tone: "done", icon: Globe },
};

type Props = { environment: PlaidEnvironment };

/** Which Plaid this portal talks to; left to the banner where there is one and little room. */
export function EnvironmentChip({ environment }: Props) {
  const { label, tone, icon: Icon, note } = looks[environment];
  return (
    <span className={note ? "max-sm:hidden" : ""}>
      <Badge tone={tone} icon={<Icon />}>
        <span className="sr-only">Plaid environment: </span>
        {label}
      </Badge>
    </span>
  );
}

/** Always in view where what people do does not count. */
export function EnvironmentBanner({ environment }: Props) {
  const { note, tone } = looks[environment];
  if (!note) return null;
  return (
    <p
      className={`max-w-none px-4 py-1 text-center text-sm forced-colors:border-b ${toneColours[tone]}`}
    >
      {note}
    </p>
  );
}
