import { PageLink } from "@/components/ui/text-link";
import { dayOf } from "@/lib/time/model";

/** How long a mailed link works, and whom to ask. */
export function linkFacts(link: { expiresAt: string; sender: { name: string; email: string } }) {
  const { expiresAt, sender } = link;
  return [
    { term: "The link works until", value: <time dateTime={expiresAt}>{dayOf(expiresAt)}</time> },
    {
      term: "Questions",
      value: (
        <>
          {sender.name}, <PageLink href={`mailto:${sender.email}`}>{sender.email}</PageLink>
        </>
      ),
    },
  ];
}
