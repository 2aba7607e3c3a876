import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageNotFound } from "@/components/frame/page-not-found";
import { Standalone } from "@/components/frame/standalone";
import { ofCustomers } from "@/lib/languages/asked";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instead.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const path = (await headers()).get("x-pathname") ?? "";
  return <Standalone>{ofCustomers.test(path) ? <NoSuchLink /> : <PageNotFound />}</Standalone>;
}

/** Nothing of the portal is open to customers but what their mails lead to. */
async function NoSuchLink() {
  const t = await getTranslations("instead.notFound");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <p>{t("next")}</p>
    </>
  );
}
