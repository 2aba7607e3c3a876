import { useTranslations } from "next-intl";
import { formatCount } from "@/components/ui/counts";
import { Disclosure } from "@/components/ui/disclosure";
import type { TimeToLiveView } from "@/lib/overview/model";
import { dateOf } from "@/lib/time/model";
import { runsOf, STEP, widthOf } from "./sparkline";

const HEIGHT = 64;

/** How long a customer takes from its first draft to Production: medians of the last 90 days. */
export function TimeToLive({ customers, medianDays, weeks }: TimeToLiveView) {
  const t = useTranslations("overview.untilLive");
  if (medianDays === null) return <p className="text-muted">{t("nobody")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>{t("half", { count: formatCount(customers), days: medianDays })}</p>
      <Chart weeks={weeks} />
      <Disclosure summary={t("table")}>
        <Table weeks={weeks} />
      </Disclosure>
    </div>
  );
}

type Weeks = Pick<TimeToLiveView, "weeks">;

function Chart({ weeks }: Weeks) {
  const t = useTranslations("overview.untilLive");
  const most = Math.max(...weeks.map(({ medianDays }) => medianDays ?? 0));
  const runs = runsOf(
    weeks.map(({ medianDays }) => medianDays),
    { most: Math.max(most, 1), height: HEIGHT },
  );
  return (
    <figure className="flex flex-col gap-1">
      <svg
        viewBox={`${-STEP / 2} -4 ${widthOf(weeks.length) + STEP} ${HEIGHT + 8}`}
        role="img"
        aria-label={t("caption")}
        className="w-full overflow-visible"
      >
        <line
          x1={-STEP / 2}
          x2={widthOf(weeks.length) + STEP / 2}
          y1={HEIGHT}
          y2={HEIGHT}
          className="stroke-line"
        />
        {runs.map((run) => (
          <g key={run[0]?.x}>
            <polyline
              points={run.map(({ x, y }) => `${x},${y}`).join(" ")}
              className="fill-none stroke-2 stroke-primary"
            />
            {run.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={3} className="fill-primary" />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="flex justify-between text-muted text-sm">
        <span>{dateOf(weeks.at(0)?.week ?? "")}</span>
        <span>{t("highest", { days: most })}</span>
        <span>{t("thisWeek")}</span>
      </figcaption>
    </figure>
  );
}

function Table({ weeks }: Weeks) {
  const t = useTranslations("overview.untilLive");
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b">
          <th scope="col" className="py-1 pr-4 font-medium">
            {t("week")}
          </th>
          <th scope="col" className="py-1 pr-4 font-medium">
            {t("wentLive")}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t("median")}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(({ week, customers, medianDays }) => (
          <tr key={week} className="border-b">
            <th scope="row" className="py-1 pr-4 font-normal">
              {dateOf(week)}
            </th>
            <td className="py-1 pr-4">{formatCount(customers)}</td>
            <td className="py-1">{medianDays === null ? "–" : t("days", { count: medianDays })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
