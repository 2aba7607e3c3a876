"use client";

import { useActionState, useState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { Field } from "@/components/ui/field";
import { IMPORT_BYTES_MAX, type UploadError } from "@/lib/imports/model";
import { explainUpload } from "./texts";

export type UploadState = { error: UploadError } | null;

export function UploadForm({
  upload,
  tooLarge,
}: {
  upload: (state: UploadState, form: FormData) => Promise<UploadState>;
  /** The server refused to read the file at all. */
  tooLarge: boolean;
}) {
  const [state, action, pending] = useActionState(
    upload,
    tooLarge ? { error: { code: "too_large", max: IMPORT_BYTES_MAX } } : null,
  );
  const [heavy, setHeavy] = useState(false);
  const error: UploadError | undefined = heavy
    ? { code: "too_large", max: IMPORT_BYTES_MAX }
    : state?.error;
  return (
    // What is too large for the server is not sent at all.
    <div onSubmitCapture={(event) => heavy && event.preventDefault()}>
      <PendingForm action={action} pending={pending} label="Upload" busy="Reading the file…">
        <Field
          label="CSV file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hint="At most 5 MB and 5,000 rows. Comma, semicolon or tab; the encoding is found by itself"
          error={error ? explainUpload(error) : undefined}
          onChange={({ target }) => setHeavy((target.files?.[0]?.size ?? 0) > IMPORT_BYTES_MAX)}
        />
      </PendingForm>
    </div>
  );
}
