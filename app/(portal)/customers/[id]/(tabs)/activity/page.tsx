import type { Metadata } from "next";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { Timeline } from "@/components/activity/timeline";
import { nameOf } from "@/components/customers/words";
import { ButtonLink } from "@/components/ui/button";
import { listActivity } from "@/lib/audit/queries";

type Props = PageProps<"/customers/[id]/activity">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Activity – ${nameOf(customer)}` };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { before } = await searchParams;
  const position = typeof before === "string" ? before : null;
  const { entries, older } = await listActivity(staff, customer.id, position);
  const path = `/customers/${customer.id}/activity` as const;
  return (
    <section aria-labelledby="activity" className="flex max-w-reading flex-col gap-6">
      <h2 id="activity">Activity</h2>
      <Timeline entries={entries} />
      <div className="flex flex-wrap gap-3">
        {position && (
          <ButtonLink variant="secondary" href={path}>
            Latest
          </ButtonLink>
        )}
        {older && (
          <ButtonLink variant="secondary" href={`${path}?before=${older}`}>
            Older
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
