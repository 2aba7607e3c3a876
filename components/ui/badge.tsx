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
    <span className={`badge ${toneColours[tone]}`}>
      {icon ?? <ToneIcon tone={tone} />}
      {children}
    </span>
  );
}
