import type { ReactNode } from "react";
import type { Tone } from "@/lib/statuses/model";
import { ToneIcon, toneColours } from "./tone";

/** Says how something stands. Never clickable, and never told by colour alone. */
export function Badge({
  tone,
  children,
  icon,
}: {
  tone: Tone;
  children: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <span
      className={`inline-flex max-w-full items-start gap-1.5 rounded-badge px-2 py-0.5 text-badge forced-colors:border ${toneColours[tone]}`}
    >
      <span aria-hidden="true" className="mt-0.5 shrink-0">
        {icon ?? <ToneIcon tone={tone} />}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
