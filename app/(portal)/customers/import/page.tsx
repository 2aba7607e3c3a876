import type { Metadata } from "next";
import { uploadImportAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { UploadForm } from "@/components/imports/upload-form";
import { PageLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Import CSV" };

export default async function ImportPage({ searchParams }: PageProps<"/customers/import">) {
  await requireStaff("customer.bulk");
  const { tooLarge } = await searchParams;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers">End customers</Breadcrumb>
      <h1>Import CSV</h1>
      <p>
        A row for each end customer, with headings in the first line. You say which column is which,
        see what is wrong with each row, and then create drafts. Logos and confirmations cannot be
        imported.
      </p>
      <p>
        <PageLink href="/customers/import/template">Download a template</PageLink>
      </p>
      <UploadForm upload={uploadImportAction} tooLarge={tooLarge !== undefined} />
      <p className="text-muted">The file is kept for 7 days, then it is deleted.</p>
    </div>
  );
}
