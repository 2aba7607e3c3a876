"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("imports.file");
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
      <PendingForm action={action} pending={pending} label={t("upload")} busy={t("uploading")}>
        <Field
          label={t("label")}
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hint={t("hint")}
          error={error ? explainUpload(error, t) : undefined}
          onChange={({ target }) => setHeavy((target.files?.[0]?.size ?? 0) > IMPORT_BYTES_MAX)}
        />
      </PendingForm>
    </div>
  );
}
