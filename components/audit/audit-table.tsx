import type { Route } from "next";
import { useTranslations } from "next-intl";
import { describeAction } from "@/components/activity/action-texts";
import { nameOf } from "@/components/customers/words";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { formatCount } from "@/components/ui/counts";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type AuditRow, auditAddress, nameOfActor } from "@/lib/audit/model";

export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const t = useTranslations("audit.table");
  return (
    <CardTable
      caption={t("caption")}
      columns={[
        [t("entry"), "w-[14%]"],
        [t("who"), "w-[18%]"],
        [t("what"), "w-[28%]"],
        [t("object"), "w-[20%]"],
        [t("more"), "w-[20%]"],
      ]}
    >
      {rows.map((row) => (
        <Row key={row.seq} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: AuditRow }) {
  const t = useTranslations("audit.table");
  const activity = useTranslations("activity");
  const { seq, at, actorId, action, subject, object } = row;
  return (
    <CardRow>
      <CardCell>
        <Time at={at} />
        <p className="text-muted tabular-nums">{t("number", { number: formatCount(seq) })}</p>
      </CardCell>
      <CardCell label={t("who")}>
        {/* An address of the log's own. */}
        <TextLink href={auditAddress({ actorId }) as Route} className="wrap-anywhere">
          {nameOfActor(row)}
        </TextLink>
      </CardCell>
      <CardCell label={t("what")}>{describeAction(action, row.details, activity)}</CardCell>
      <CardCell label={t("object")}>
        {object ? (
          <TextLink href={object.href as Route} className="wrap-anywhere">
            {object.name === null ? t("run") : nameOf({ companyName: object.name })}
          </TextLink>
        ) : (
          <TextLink href={auditAddress({ subject }) as Route} className="wrap-anywhere">
            {subject}
          </TextLink>
        )}
      </CardCell>
      <CardCell>
        <Disclosure
          summary={t.rich("details", {
            seq,
            hidden: (chunks) => <span className="sr-only">{chunks}</span>,
          })}
        >
          <Details row={row} />
        </Disclosure>
      </CardCell>
    </CardRow>
  );
}

function Details({
  row: { action, subject, details, ip, device, userAgent, actorId, actorKind },
}: Props) {
  const t = useTranslations("audit.details");
  const facts: [string, string][] = [
    [t("action"), action],
    [t("object"), subject],
    [t("by"), `${actorKind} ${actorId}`],
    ...Object.entries(details).filter(([, value]) => value !== ""),
  ];
  if (ip) facts.push([t("ip"), ip]);
  if (device) facts.push([t("device"), device]);
  if (userAgent) facts.push([t("browser"), userAgent]);
  return (
    <dl className="flex flex-col gap-1">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Props = { row: AuditRow };
