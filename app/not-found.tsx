import type { Metadata } from "next";
import { PageNotFound } from "@/components/frame/page-not-found";
import { Standalone } from "@/components/frame/standalone";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <Standalone>
      <PageNotFound />
    </Standalone>
  );
}
