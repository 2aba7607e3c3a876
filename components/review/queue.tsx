import type { Route } from "next";
import { nameOf } from "@/components/customers/words";
import { Button } from "@/components/ui/button";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { QueueRow } from "@/lib/reviews/model";
import { BeingReviewed } from "./being-reviewed";
import { warnings } from "./texts";
import { Waiting } from "./waiting";

type Props = {
  rows: QueueRow[];
  /** Who looks at it. */
  userId: string;
  assign: (id: string, form: FormData) => Promise<void>;
};

const columns = [
  ["Customer", "w-[30%]"],
  ["Submitted by", "w-[20%]"],
  ["Waiting", "w-[15%]"],
  ["Assignee", "w-[20%]"],
  ["Checks", "w-[15%]"],
] as const;

/** What waits for a decision. */
export function ReviewQueue({ rows, userId, assign }: Props) {
  return (
    <CardTable caption="Waiting for review, longest first" columns={columns}>
      {rows.map((row) => (
        <CardRow key={row.id}>
          <CardCell>
            <Link
              href={`/review/${row.id}` as Route}
              className="line-clamp-2 min-h-target font-medium text-base text-primary underline underline-offset-4 hover:decoration-2"
            >
              {nameOf(row)}
            </Link>
            {row.reviewer && (
              <BeingReviewed reviewer={row.reviewer} you={row.reviewer.id === userId} />
            )}
          </CardCell>
          <CardCell label="Submitted by">
            {row.submittedBy}
            <span className="text-muted sm:block">
              <span className="sm:hidden">, </span>
              <Time at={row.submittedAt} />
            </span>
          </CardCell>
          <CardCell label="Waiting">
            <Waiting since={row.submittedAt} />
          </CardCell>
          <CardCell label="Assignee">
            {row.assignee ? row.assignee.name : <span className="text-muted">Nobody</span>}
            <QuickAssign row={row} userId={userId} assign={assign} />
          </CardCell>
          <CardCell label="Checks">
            {row.findings > 0 ? (
              warnings(row.findings)
            ) : (
              <span className="text-muted">{warnings(0)}</span>
            )}
          </CardCell>
        </CardRow>
      ))}
    </CardTable>
  );
}

/** The two usual changes; a colleague is chosen on the review's own page. */
function QuickAssign({ row, userId, assign }: { row: QueueRow } & Omit<Props, "rows">) {
  if (row.assignee && row.assignee.id !== userId) return null;
  const mine = row.assignee !== null;
  return (
    <form action={assign.bind(null, row.id)}>
      <input type="hidden" name="assignee" value={mine ? "" : userId} />
      <Button variant="plain" className="-ml-2">
        {mine ? "Unassign" : "Assign to me"}
        <span className="sr-only"> {nameOf(row)}</span>
      </Button>
    </form>
  );
}
