import type { ReactNode } from "react";
import { linkFacts } from "@/components/apply/link-facts";
import { SummaryList } from "@/components/ui/summary-list";
import type { HandoverFacts } from "@/lib/handovers/model";
import { secretTitles } from "@/lib/secrets/model";

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
          ...linkFacts({ expiresAt, sender }),
        ]}
      />
    </div>
  );
}
