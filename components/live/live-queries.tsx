"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { onNews } from "./news";

/** For what fetches its own data. A key's second part is the customer it is about. */
export function LiveQueries({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient());
  useEffect(
    () =>
      onNews((news) => {
        const about = ({ queryKey }: { queryKey: readonly unknown[] }) =>
          news === "refresh" || queryKey[1] === news.customerId;
        void queries.invalidateQueries({ predicate: about });
      }),
    [queries],
  );
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
