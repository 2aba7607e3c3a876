"use client";

import { useEffect, useRef } from "react";
import { announceChange } from "@/components/live/announce-change";

/** Tells people who listen how a run ends or stops, not each step of the way. */
export function RunAnnouncer({
  stage,
  news,
  ofMany,
}: {
  stage: string;
  news: string;
  /** Said instead of many changes at once. */
  ofMany: string;
}) {
  const told = useRef(stage);
  useEffect(() => {
    if (told.current === stage) return;
    told.current = stage;
    announceChange(news, ofMany);
  }, [stage, news, ofMany]);
  return null;
}
