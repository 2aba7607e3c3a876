import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { SummaryList } from "@/components/ui/summary-list";
import type { LinkFacts } from "@/lib/applicants/model";
import { stepTitles } from "@/lib/fields/model";
import { linkFacts } from "./link-facts";
import { haveReady, minutesFor } from "./preparation";
import { WrongPerson } from "./wrong-person";

/** What an invited person finds behind its link, before anything happens. */
export function Landing({
  link,
  partner,
  greeting,
  renewed,
  start,
}: {
  link: LinkFacts;
  partner: string;
  /** A line of the partner's own; empty where there is none. */
  greeting: string;
  /** A new link was just mailed. */
  renewed: boolean;
  start: ReactNode;
}) {
  const { sender, forwarded, steps, acceptsAddendum, expiresAt, returning } = link;
  return (
    <div className="flex max-w-form flex-col gap-6">
      {renewed && (
        <Banner
          tone="done"
          role="status"
          title="We sent a new link to the address that was invited"
        >
          <p>This page works again, too.</p>
        </Banner>
      )}
      <h1>{partner} needs some answers from you</h1>
      {greeting && <p className="text-lg">{greeting}</p>}
      <p>
        {forwarded
          ? `${sender.name} passed a part of the application on to you.`
          : `${sender.name} of ${partner} invited you.`}{" "}
        {partner} registers your company with Plaid, so that people can connect their bank accounts
        in your app.
      </p>
      {start}
      <p className="text-muted text-sm">
        {returning
          ? "You gave a code on this device before, so none is needed now. What you typed is kept."
          : "The first time on a device, we e-mail a code to the address that was invited."}
      </p>
      <SummaryList
        items={[
          { term: "You fill in", value: list(steps.map((step) => stepTitles[step])) },
          ...(acceptsAddendum
            ? [{ term: "You accept", value: "The Plaid bank addendum, for your company" }]
            : []),
          {
            term: "Time needed",
            value: `About ${minutesFor(steps)} minutes, in one go or several`,
          },
          { term: "Have ready", value: list(haveReady(steps)) },
          { term: "What happens with it", value: <Disclosure partner={partner} /> },
          ...linkFacts({ expiresAt, sender }),
        ]}
      />
      <WrongPerson partner={partner} />
    </div>
  );
}

function Disclosure({ partner }: { partner: string }) {
  return (
    <>
      <p>
        {partner} reviews your answers and sends them to Plaid. Beside each question you see who
        will see the answer.
      </p>
      <p>{savedAsYouType(partner)}</p>
    </>
  );
}

/** Said before anything is typed, and again where it is. */
export function savedAsYouType(partner: string): string {
  return `We save as you type. ${partner} can see your answers from then on, and checks them once you submit.`;
}

function list(items: string[]): ReactNode {
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
