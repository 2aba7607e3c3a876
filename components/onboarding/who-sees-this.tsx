import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { type Audience, AudienceChip, AudienceMeaning } from "./audience";

/** Beside the form where there is room, behind a line to open where there is not. */
export function WhoSeesThis({
  of,
  guest,
  children,
}: {
  of: Audience[];
  guest: { partner: string } | undefined;
  children?: ReactNode;
}) {
  const title = useTranslations("steps.audience")("title");
  const content = (
    <div className="flex flex-col gap-6">
      <dl className="flex flex-col gap-3 text-sm">
        {of.map((audience) => (
          <div key={audience}>
            <dt>
              <AudienceChip audience={audience} guest={guest} />
            </dt>
            <dd className="mt-1 text-muted">
              <AudienceMeaning audience={audience} guest={guest} />
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
  return (
    <aside aria-label={title} className="min-w-0 self-start lg:sticky lg:top-6">
      <div className="lg:hidden">
        <Disclosure summary={title}>{content}</Disclosure>
      </div>
      <div className="max-lg:hidden">
        <h2 className="mb-3 text-lg">{title}</h2>
        {content}
      </div>
    </aside>
  );
}
