import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Time } from "@/components/ui/time";
import type { OwnSession } from "@/lib/auth/model";

type Props = {
  sessions: OwnSession[];
  /** The one this page is seen in. */
  current: string;
  endOf: (id: string) => () => Promise<void>;
};

export function SessionList({ sessions, current, endOf }: Props) {
  const t = useTranslations("auth.sessions");
  const columns = [
    [t("device"), "w-3/12"],
    [t("address"), "w-2/12"],
    [t("since"), "w-2/12"],
    [t("lastSeen"), "w-2/12"],
    [t("signOut"), "w-3/12"],
  ] as const;
  return (
    <CardTable caption={t("caption")} columns={columns}>
      {sessions.map(({ id, device, ip, since, lastSeenAt }) => (
        <CardRow key={id}>
          <CardCell label={t("device")}>
            <span className="font-medium">{device}</span>
          </CardCell>
          <CardCell label={t("address")}>{ip ?? t("unknown")}</CardCell>
          <CardCell label={t("since")}>
            <Time at={since} />
          </CardCell>
          <CardCell label={t("lastSeen")}>
            <Time at={lastSeenAt} />
          </CardCell>
          <CardCell>
            {id === current ? (
              <Badge tone="done">{t("current")}</Badge>
            ) : (
              <form action={endOf(id)}>
                <Button variant="secondary">
                  {t("signOut")}
                  <span className="sr-only"> {device}</span>
                </Button>
              </form>
            )}
          </CardCell>
        </CardRow>
      ))}
    </CardTable>
  );
}
