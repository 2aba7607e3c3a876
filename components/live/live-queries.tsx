"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Point } from "@/lib/live/model";
import { stayConnected } from "./connection";
import { listenSince } from "./news";

/** For what fetches its own data. A key's second part is the customer it is about. */
export function LiveQueries({ point, children }: { point: Point; children: ReactNode }) {
  const [queries] = useState(() => new QueryClient());
  useEffect(() => {
    stayConnected(point);
    return listenSince(point, (changes) => {
      const changed = new Set<unknown>(changes?.map(({ customerId }) => customerId));
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !changes || changed.has(queryKey[1]),
      });
    });
  }, [queries, point]);
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
