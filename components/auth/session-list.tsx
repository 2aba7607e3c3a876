import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Time } from "@/components/ui/time";
import type { OwnSession } from "@/lib/auth/model";

const columns = [
  ["Device", "w-4/12"],
  ["Address", "w-2/12"],
  ["Signed in", "w-2/12"],
  ["Last seen", "w-2/12"],
  ["Sign out", "w-2/12"],
] as const;

type Props = {
  sessions: OwnSession[];
  /** The one this page is seen in. */
  current: string;
  endOf: (id: string) => () => Promise<void>;
};

export function SessionList({ sessions, current, endOf }: Props) {
  return (
    <CardTable caption="Where you are signed in" columns={columns}>
      {sessions.map(({ id, device, ip, since, lastSeenAt }) => (
        <CardRow key={id}>
          <CardCell label="Device">
            <span className="font-medium">{device}</span>
          </CardCell>
          <CardCell label="Address">{ip ?? "Unknown"}</CardCell>
          <CardCell label="Signed in">
            <Time at={since} />
          </CardCell>
          <CardCell label="Last seen">
            <Time at={lastSeenAt} />
          </CardCell>
          <CardCell>
            {id === current ? (
              <Badge tone="done">This session</Badge>
            ) : (
              <form action={endOf(id)}>
                <Button variant="secondary">
                  Sign out<span className="sr-only"> {device}</span>
                </Button>
              </form>
            )}
          </CardCell>
        </CardRow>
      ))}
    </CardTable>
  );
}
