import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { Requirement } from "@/lib/requirements/model";
import { ActionLink } from "./action-link";

/** What has to happen, in this order: why, who acts, since when, and where. */
export function RequirementList({
  requirements,
  mayAct,
  yours,
  from,
}: {
  requirements: Requirement[];
  /** Whoever may not act is told all the same what is missing. */
  mayAct: boolean;
  /** In the wizard everything is the reader's own to do. */
  yours?: boolean;
  /** The page Continue leads back to. */
  from?: "check";
}) {
  const t = useTranslations("requirements.list");
  return (
    <ul className="divide-y border-y">
      {requirements.map(({ code, reason, owner, since, action }) => (
        <li key={code} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0 max-w-reading flex-1 basis-64">
            <p>{reason}</p>
            {!yours && (
              <p className="text-muted text-sm">
                {since
                  ? t.rich("ownerSince", {
                      owner: t(`owners.${owner}`),
                      at: since,
                      time: () => <Time at={since} />,
                    })
                  : t(`owners.${owner}`)}
              </p>
            )}
          </div>
          {mayAct && action && <ActionLink {...action} href={comingFrom(from, action.href)} />}
        </li>
      ))}
    </ul>
  );
}

function comingFrom(from: string | undefined, href: string): string {
  return from ? href.replace(/(?=#)|$/, `?from=${from}`) : href;
}
