"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

const EVERY_MS = 15_000;

/** Makes the page anew every 15 s while it is looked at; without JavaScript there is the link beside it. */
export function AutoRefresh() {
  const t = useTranslations("health.refresh");
  const router = useRouter();
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    if (paused) return;
    const refresh = () => !document.hidden && router.refresh();
    const timer = window.setInterval(refresh, EVERY_MS);
    return () => window.clearInterval(timer);
  }, [paused, router]);

  if (!useHydrated()) return null;
  return (
    <>
      <span role="status" className="text-muted">
        {t(paused ? "paused" : "on")}
      </span>
      <Button type="button" variant="secondary" onClick={() => setPaused(!paused)}>
        {t(paused ? "goOn" : "pause")}
      </Button>
    </>
  );
}
