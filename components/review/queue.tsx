import type { Route } from "next";
import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { Button } from "@/components/ui/button";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { QueueRow } from "@/lib/reviews/model";
import { BeingReviewed } from "./being-reviewed";
import { Waiting } from "./waiting";

type Props = {
  rows: QueueRow[];
  /** Who looks at it. */
  userId: string;
  assign: (id: string, form: FormData) => Promise<void>;
};

/** What waits for a decision. */
export function ReviewQueue({ rows, userId, assign }: Props) {
  const t = useTranslations("review.queue");
  return (
    <CardTable
      caption={t("caption")}
      columns={[
        [t("customer"), "w-[30%]"],
        [t("submittedBy"), "w-[20%]"],
        [t("waiting"), "w-[15%]"],
        [t("assignee"), "w-[20%]"],
        [t("checks"), "w-[15%]"],
      ]}
    >
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
          <CardCell label={t("submittedBy")}>
            {row.submittedBy}
            <span className="text-muted sm:block">
              <span className="sm:hidden">, </span>
              <Time at={row.submittedAt} />
            </span>
          </CardCell>
          <CardCell label={t("waiting")}>
            <Waiting since={row.submittedAt} />
          </CardCell>
          <CardCell label={t("assignee")}>
            {row.assignee ? row.assignee.name : <span className="text-muted">{t("nobody")}</span>}
            <QuickAssign row={row} userId={userId} assign={assign} />
          </CardCell>
          <CardCell label={t("checks")}>
            {row.findings > 0 ? (
              t("warnings", { count: row.findings })
            ) : (
              <span className="text-muted">{t("warnings", { count: 0 })}</span>
            )}
          </CardCell>
        </CardRow>
      ))}
    </CardTable>
  );
}

/** The two usual changes; a colleague is chosen on the review's own page. */
function QuickAssign({ row, userId, assign }: { row: QueueRow } & Omit<Props, "rows">) {
  const t = useTranslations("review.queue");
  if (row.assignee && row.assignee.id !== userId) return null;
  const mine = row.assignee !== null;
  return (
    <form action={assign.bind(null, row.id)}>
      <input type="hidden" name="assignee" value={mine ? "" : userId} />
      <Button variant="plain" className="-ml-2">
        {t.rich(mine ? "unassign" : "assignToMe", {
          customer: nameOf(row),
          hidden: (chunks) => <span className="sr-only">{chunks}</span>,
        })}
      </Button>
    </form>
  );
}
