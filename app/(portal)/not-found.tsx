import type { Metadata } from "next";

export { PageNotFound as default } from "@/components/frame/page-not-found";

export const metadata: Metadata = { title: "Page not found" };
