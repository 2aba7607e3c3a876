import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { PageNotFound as default } from "@/components/frame/page-not-found";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame.notFound");
  return { title: t("title") };
}
