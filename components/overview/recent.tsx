import { describeAction } from "@/components/activity/action-texts";
import { nameOf } from "@/components/customers/words";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { RecentView } from "@/lib/overview/model";

/** Who did what to which customer. */
export function Recent({ entries }: { entries: RecentView[] }) {
  if (entries.length === 0) return <p className="text-muted">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col divide-y border-y">
      {entries.map(({ id, at, actor, action, details, customer }) => (
        <li key={id} className="flex flex-col py-2">
          <p className="min-w-0">
            <TextLink href={`/customers/${customer.id}`}>{nameOf(customer)}</TextLink>
          </p>
          <p className="text-muted text-sm">
            {actor}: {describeAction(action, details)} · <Time at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
