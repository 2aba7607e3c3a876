import type { Metadata } from "next";
import { mapColumnsAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { MapForm } from "@/components/imports/map-form";
import { delimiterNames, encodingNames } from "@/components/imports/texts";
import { countOf } from "@/components/ui/counts";
import { matchColumns } from "@/lib/imports/match-columns";
import { loadImport } from "./load";

export const metadata: Metadata = { title: "Match the columns – Import CSV" };

export default async function MapPage({ params }: PageProps<"/customers/import/[id]">) {
  const { file } = await loadImport((await params).id);
  const { id, fileName, encoding, delimiter, rowCount, header, mapping } = file;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers/import">Choose another file</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>Match the columns</h1>
        <p className="text-muted">
          {fileName}: {countOf(rowCount, "row")}, {countOf(header.length, "column")}. Read as{" "}
          {encodingNames[encoding]} with a {delimiterNames[delimiter]} between the columns.
        </p>
      </header>
      <MapForm
        header={header}
        samples={file.samples}
        guess={mapping ?? matchColumns(header)}
        map={mapColumnsAction.bind(null, id)}
      />
    </div>
  );
}
