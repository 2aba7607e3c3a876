"use client";

import { useEffect, useRef } from "react";
import { announceChange } from "@/components/live/announce-change";
import { describeStatus } from "@/lib/statuses/model";

/** Tells people who listen to the page that a customer moved on while they were on it. */
export function StatusAnnouncer({ company, status }: { company: string; status: string }) {
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    known.current = status;
    announceChange(`${company}: ${describeStatus(status).label}`);
  }, [company, status]);
  return null;
}
