import { useState } from "react";
import type { CustomerRow } from "@/lib/customers/model";
import { steady } from "./steady-rows";

/** `rows` as they first came, with their contents kept current. */
export function useSteadyRows(rows: CustomerRow[]) {
  const [first, setFirst] = useState(rows);
  return { ...steady(first, rows), showAll: () => setFirst(rows) };
}
