import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { HandoverFacts } from "@/lib/handovers/model";
import { secretTitles } from "@/lib/secrets/model";
import { dayOf } from "@/lib/time/model";

/** What the recipient of keys finds behind the link, before anything happens. */
export function Landing({
  link: { company, sender, address, kinds, expiresAt },
  partner,
  start,
}: {
  link: HandoverFacts;
  partner: string;
  start: ReactNode;
}) {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{partner} hands Plaid keys over to you</h1>
      <p>
        {sender.name} of {partner} sent you this link. With the keys {company} calls Plaid, so they
        are for nobody else: we first mail a code to {address}.
      </p>
      <p className="font-medium">
        The page after the code shows the secret one time. Have your password manager ready.
      </p>
      {start}
      <SummaryList
        items={[
          { term: "You receive", value: kinds.map((kind) => secretTitles[kind]).join(" and ") },
          { term: "For", value: company },
          {
            term: "The link works until",
            value: <time dateTime={expiresAt}>{dayOf(expiresAt)}</time>,
          },
          {
            term: "Questions",
            value: (
              <>
                {sender.name}, <PageLink href={`mailto:${sender.email}`}>{sender.email}</PageLink>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
