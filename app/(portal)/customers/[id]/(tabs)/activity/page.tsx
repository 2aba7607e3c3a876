import type { Metadata } from "next";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { Timeline } from "@/components/activity/timeline";
import { nameOf } from "@/components/customers/words";
import { Pagination } from "@/components/ui/pagination";
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
  const path = `/customers/${customer.id}/activity`;
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <h2 className="sr-only">Activity</h2>
      <Timeline entries={entries} />
      <Pagination
        previous={position ? path : null}
        previousLabel="Latest"
        next={older ? `${path}?before=${older}` : null}
        nextLabel="Older"
      />
    </div>
  );
}
