import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { NewTabLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { isManual, type LaunchProof, type LaunchStep, type ManualItem } from "@/lib/launch/model";
import { launchTexts } from "./texts";

/** What is left before the customer's users can connect, and who says that the rest is done. */
export function LaunchChecklist({
  steps,
  tick,
  untick,
}: {
  steps: LaunchStep[];
  /** The form that ticks an item; null for who may not. */
  tick: (item: ManualItem) => ReactNode;
  untick: (item: ManualItem) => ReactNode;
}) {
  const done = steps.filter((step) => step.done).length;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">
        {done} of {steps.length} done
      </p>
      <ol className="divide-y border-y">
        {steps.map((step) => (
          <li key={step.item} className="flex flex-col gap-1 py-3">
            <Item step={step} />
            {isManual(step.item) && !step.done && tick(step.item)}
            {isManual(step.item) && step.done?.by === "person" && untick(step.item)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Item({ step: { item, done } }: { step: LaunchStep }) {
  const { title, why, source } = launchTexts[item];
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-medium text-base">{title}</h3>
        <Badge tone={done ? "done" : "neutral"}>{done ? "Done" : "To do"}</Badge>
      </div>
      {done ? <Proof done={done} source={source} /> : <p className="text-muted text-sm">{why}</p>}
    </>
  );
}

function Proof({ done, source }: { done: LaunchProof; source: string }) {
  if (done.by === "data") {
    return (
      <p className="text-muted text-sm">
        <span className="inline-block first-letter:uppercase">{source}</span>
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
      <p>
        Ticked by {done.name} · <Time at={done.at} />
      </p>
      {done.note && <p>{done.note}</p>}
      {done.link && (
        <p>
          <NewTabLink href={done.link}>{done.link}</NewTabLink>
        </p>
      )}
    </div>
  );
}
