import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { uploadImportAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { UploadForm } from "@/components/imports/upload-form";
import { Texts } from "@/components/languages/texts";
import { PageLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.upload");
  return { title: t("title") };
}

export default async function ImportPage({ searchParams }: PageProps<"/customers/import">) {
  await requireStaff("customer.bulk");
  const { tooLarge } = await searchParams;
  const t = await getTranslations("imports.upload");
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers">{t("back")}</Breadcrumb>
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <p>
        <PageLink href="/customers/import/template">{t("template")}</PageLink>
      </p>
      <Texts of={["imports.file"]}>
        <UploadForm upload={uploadImportAction} tooLarge={tooLarge !== undefined} />
      </Texts>
      <p className="text-muted">{t("kept")}</p>
    </div>
  );
}
