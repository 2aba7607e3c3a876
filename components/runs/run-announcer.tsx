"use client";

import { useEffect, useRef } from "react";
import { announceChange } from "@/components/live/announce-change";

/** Tells people who listen how a run ends or stops, not each step of the way. */
export function RunAnnouncer({ stage, summary }: { stage: string; summary: string }) {
  const told = useRef(stage);
  useEffect(() => {
    if (told.current === stage) return;
    told.current = stage;
    announceChange(`${stage}: ${summary}`);
  }, [stage, summary]);
  return null;
}
