"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

/** For what takes the focus as soon as it is there. */
export function OnDemand({ what, children }: { what: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  if (shown) return children;
  return (
    <div>
      <Button type="button" variant="secondary" onClick={() => setShown(true)}>
        Show {what}
      </Button>
    </div>
  );
}
