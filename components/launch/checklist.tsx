import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { NewTabLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import {
  isManual,
  type LaunchItem,
  type LaunchProof,
  type LaunchStep,
  type ManualItem,
} from "@/lib/launch/model";
import type { TickSaid } from "./tick-form";

/** What is left before the customer's users can connect, and who says that the rest is done. */
export function LaunchChecklist({
  steps,
  tick,
  untick,
}: {
  steps: LaunchStep[];
  /** The form that ticks an item; null for who may not. */
  tick: (item: ManualItem, said: TickSaid) => ReactNode;
  untick: (item: ManualItem) => ReactNode;
}) {
  const t = useTranslations("launch");
  const title = useTranslations("launchItems");
  const words = {
    note: t("tick.note"),
    noteHint: t("tick.noteHint"),
    link: t("tick.link"),
    save: t("tick.save"),
    known: t("tick.known"),
    notFound: t("tick.notFound"),
  };
  const said = (item: ManualItem): TickSaid => ({
    summary: t.rich("tick.open", {
      title: title(item),
      hidden: (text) => <span className="sr-only">{text}</span>,
    }),
    words,
  });
  const done = steps.filter((step) => step.done).length;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">{t("count", { done, count: steps.length })}</p>
      <ol className="divide-y border-y">
        {steps.map((step) => (
          <li key={step.item} className="flex flex-col gap-1 py-3">
            <Item step={step} />
            {isManual(step.item) && !step.done && tick(step.item, said(step.item))}
            {isManual(step.item) && step.done?.by === "person" && untick(step.item)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Item({ step: { item, done } }: { step: LaunchStep }) {
  const t = useTranslations("launch");
  const title = useTranslations("launchItems");
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-medium text-base">{title(item)}</h3>
        <Badge tone={done ? "done" : "neutral"}>{t(done ? "done" : "toDo")}</Badge>
      </div>
      {done ? (
        <Proof item={item} done={done} />
      ) : (
        <p className="text-muted text-sm">{t(`why.${item}`)}</p>
      )}
    </>
  );
}

/** Where our data knows it from; of the others it knows nothing. */
const sources: Partial<Record<LaunchItem, "keys" | "sent" | "plaid">> = {
  sandbox_key: "keys",
  redirect_uris: "sent",
  support_info: "sent",
  enabled: "plaid",
  production_key: "keys",
};

function Proof({ item, done }: { item: LaunchItem; done: LaunchProof }) {
  const t = useTranslations("launch");
  if (done.by === "data") {
    const source = sources[item];
    return (
      <p className="text-muted text-sm">
        <span className="inline-block first-letter:uppercase">
          {source && t(`sources.${source}`)}
        </span>
        {done.at && (
          <>
            {" · "}
            <Time at={done.at} />
          </>
        )}
      </p>
    );
  }
  return (
    <div className="text-muted text-sm">
      <p>{t.rich("ticked", { name: done.name, at: done.at, time: () => <Time at={done.at} /> })}</p>
      {done.note && <p>{done.note}</p>}
      {done.link && (
        <p>
          <NewTabLink href={done.link}>{done.link}</NewTabLink>
        </p>
      )}
    </div>
  );
}
