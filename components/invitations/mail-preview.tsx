import type { MailPreview } from "@/lib/invitations/model";

/** The mail as it would be sent now, in plain text. */
export function MailPreviewBlock({ preview: { to, subject, text } }: { preview: MailPreview }) {
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-3 lg:pt-1">
      <h2 id="preview">The mail</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">To</dt>
        <dd>{to || "the address you enter"}</dd>
        <dt className="text-muted">Subject</dt>
        <dd className="font-medium">{subject}</dd>
      </dl>
      <p className="whitespace-pre-line rounded-card bg-surface p-4 text-sm">{text}</p>
    </section>
  );
}
