import { useTranslations } from "next-intl";
import { describeAction } from "@/components/activity/action-texts";
import { nameOf } from "@/components/customers/words";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { RecentView } from "@/lib/overview/model";

/** Who did what to which customer. */
export function Recent({ entries }: { entries: RecentView[] }) {
  const t = useTranslations("overview.recent");
  const activity = useTranslations("activity");
  if (entries.length === 0) return <p className="text-muted">{t("nothing")}</p>;
  return (
    <ol className="flex flex-col divide-y border-y">
      {entries.map(({ id, at, actor, action, details, customer }) => (
        <li key={id} className="flex flex-col py-2">
          <p className="min-w-0">
            <TextLink href={`/customers/${customer.id}`}>{nameOf(customer)}</TextLink>
          </p>
          <p className="text-muted text-sm">
            {t.rich("entry", {
              actor,
              act: describeAction(action, details, activity),
              at,
              time: () => <Time at={at} />,
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}
