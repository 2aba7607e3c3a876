"use client";

import { useEffect, useRef } from "react";
import { announceChange } from "@/components/live/announce-change";

/** Tells people who listen to the page that a customer moved on while they were on it. */
export function StatusAnnouncer({
  status,
  said,
  ofMany,
}: {
  status: string;
  /** Who has which status. */
  said: string;
  /** Said instead of many changes at once. */
  ofMany: string;
}) {
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    known.current = status;
    announceChange(said, ofMany);
  }, [status, said, ofMany]);
  return null;
}
