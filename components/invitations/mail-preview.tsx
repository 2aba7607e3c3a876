import { useTranslations } from "next-intl";
import type { MailPreview } from "@/lib/invitations/model";

/** The mail as it would be sent now, in plain text. */
export function MailPreviewBlock({ preview: { to, subject, text } }: { preview: MailPreview }) {
  const t = useTranslations("invitations.form.mail");
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-3 lg:pt-1">
      <h2 id="preview">{t("title")}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t("to")}</dt>
        <dd>{to || t("toNobody")}</dd>
        <dt className="text-muted">{t("subject")}</dt>
        <dd className="font-medium">{subject}</dd>
      </dl>
      <p className="whitespace-pre-line rounded-card bg-surface p-4 text-sm">{text}</p>
    </section>
  );
}
