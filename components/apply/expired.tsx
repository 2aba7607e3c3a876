import type { ReactNode } from "react";
import { dayOf } from "@/lib/time/model";

/** Says nothing of whose link it is, or where a new one goes. */
export function Expired({ endedAt, renew }: { endedAt: string; renew: ReactNode }) {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>
        This link ended on <time dateTime={endedAt}>{dayOf(endedAt)}</time>
      </h1>
      <p>Your answers are kept. A new link goes to the address that was invited.</p>
      {renew}
    </div>
  );
}
