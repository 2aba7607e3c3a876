import type { ReactNode } from "react";
import type { Tone } from "@/lib/statuses/model";
import { ToneIcon, toneColours } from "./tone";

/** One thing to know about the whole page. */
export function Banner({
  tone,
  title,
  children,
  role,
}: {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  role?: "alert" | "status";
}) {
  return (
    <div
      role={role}
      className={`flex gap-3 rounded-card p-4 forced-colors:border ${toneColours[tone]}`}
    >
      <span aria-hidden="true" className="mt-0.5 shrink-0">
        <ToneIcon tone={tone} className="size-5" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 flex flex-col gap-2">{children}</div>}
      </div>
    </div>
  );
}
