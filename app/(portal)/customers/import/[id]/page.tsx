import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { mapColumnsAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { MapForm } from "@/components/imports/map-form";
import { delimiterNames } from "@/components/imports/texts";
import { Texts } from "@/components/languages/texts";
import { matchColumns } from "@/lib/imports/match-columns";
import { loadImport } from "./load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.match");
  return { title: t("page") };
}

export default async function MapPage({ params }: PageProps<"/customers/import/[id]">) {
  const { file } = await loadImport((await params).id);
  const { id, fileName, encoding, delimiter, rowCount, header, mapping } = file;
  const t = await getTranslations("imports.match");
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers/import">{t("back")}</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>{t("title")}</h1>
        <p className="text-muted">
          {t("read", {
            file: fileName,
            rows: rowCount,
            columns: header.length,
            encoding: t(`encoding.${encoding}`),
            delimiter: delimiterNames[delimiter],
          })}
        </p>
      </header>
      <Texts of={["imports.columns", "imports.told"]}>
        <MapForm
          header={header}
          samples={file.samples}
          guess={mapping ?? matchColumns(header)}
          map={mapColumnsAction.bind(null, id)}
        />
      </Texts>
    </div>
  );
}
