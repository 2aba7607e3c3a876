import type { Route } from "next";
import { describeAction } from "@/components/activity/action-texts";
import { nameOf } from "@/components/customers/words";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { formatCount } from "@/components/ui/counts";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type AuditRow, auditAddress, nameOfActor } from "@/lib/audit/model";

const columns = [
  ["Entry", "w-[14%]"],
  ["Who", "w-[18%]"],
  ["What", "w-[28%]"],
  ["Object", "w-[20%]"],
  ["More", "w-[20%]"],
] as const;

export function AuditTable({ rows }: { rows: AuditRow[] }) {
  return (
    <CardTable caption="Audit log, latest first" columns={columns}>
      {rows.map((row) => (
        <Row key={row.seq} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: AuditRow }) {
  const { seq, at, actorId, action, subject, object } = row;
  return (
    <CardRow>
      <CardCell>
        <Time at={at} />
        <p className="text-muted tabular-nums">No. {formatCount(seq)}</p>
      </CardCell>
      <CardCell label="Who">
        {/* An address of the log's own. */}
        <TextLink href={auditAddress({ actorId }) as Route} className="wrap-anywhere">
          {nameOfActor(row)}
        </TextLink>
      </CardCell>
      <CardCell label="What">{describeAction(action, row.details)}</CardCell>
      <CardCell label="Object">
        {object ? (
          <TextLink href={object.href as Route} className="wrap-anywhere">
            {nameOf({ companyName: object.name })}
          </TextLink>
        ) : (
          <TextLink href={auditAddress({ subject }) as Route} className="wrap-anywhere">
            {subject}
          </TextLink>
        )}
      </CardCell>
      <CardCell>
        <Disclosure
          summary={
            <>
              Details<span className="sr-only"> of entry {seq}</span>
            </>
          }
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
  const facts: [string, string][] = [
    ["Action", action],
    ["Object", subject],
    ["By", `${actorKind} ${actorId}`],
    ...Object.entries(details).filter(([, value]) => value !== ""),
  ];
  if (ip) facts.push(["IP address", ip]);
  if (device) facts.push(["Device", device]);
  if (userAgent) facts.push(["Browser said", userAgent]);
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
