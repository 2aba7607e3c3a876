"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Point } from "@/lib/live/model";
import { stayConnected } from "./connection";
import { listenSince } from "./news";
import { cancelRefresh, refreshSoon } from "./refresh";

const ONE_PAUSE_MS = 1_000;
/** Where many are shown something changes often, and most of it is not on the page. */
const MANY_PAUSE_MS = 5_000;

type Props = {
  /** The customer it shows, or `*` where it shows many. */
  shows: string;
  /** What it shows includes everything before. */
  point: Point;
  className?: string;
  children: ReactNode;
};

/** Brings the page up to date when what it shows has changed. */
export function Live({ shows, point, className, children }: Props) {
  const router = useRouter();

  useEffect(() => {
    stayConnected(point);
    const many = shows === "*";
    const ignore = listenSince(point, (changes) => {
      if (changes && !many && !changes.some(({ customerId }) => customerId === shows)) return;
      refreshSoon(router, many ? MANY_PAUSE_MS : ONE_PAUSE_MS);
    });
    return () => {
      ignore();
      cancelRefresh();
    };
  }, [router, shows, point]);

  return <div className={className}>{children}</div>;
}
