import { notFound } from "next/navigation";
import { isWordingKind, type WordingKind } from "@/lib/attestation-texts/model";

/** Addresses and bound arguments come from the browser. */
export function readKind(kind: unknown): WordingKind {
  if (typeof kind !== "string" || !isWordingKind(kind)) notFound();
  return kind;
}
