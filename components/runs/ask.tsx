"use client";

import { useActionState, useEffect, useRef } from "react";
import type { Act } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { Consequences } from "@/components/customers/enable";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Person } from "@/lib/reviews/model";
import type { RunView } from "@/lib/runs/model";
import { possibleOf, startLabels } from "./texts";

/** The question before anything happens. The way out has the focus. */
export function AskForRun({
  run,
  people,
  twoPeople,
  control,
}: {
  run: RunView;
  /** Of an assignment: to whom. */
  people: Person[];
  /** Enabling takes two presses, and this may be the first of them. */
  twoPeople: boolean;
  control: Act;
}) {
  const [told, action, pending] = useActionState(control, null);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      {told && <Outcome {...told} />}
      <p>{possibleOf(run)}</p>
      {run.kind === "enable" && <Consequences first={twoPeople} several />}
      {run.kind === "remind" && (
        <p>
          Each invited person gets one mail. Whoever was mailed within the last day is left out, and
          a link that has expired is sent anew.
        </p>
      )}
      <form action={action} className="flex w-full flex-col items-start gap-6">
        {run.kind === "assign" && (
          <SelectField label="Assign to" name="assignee" defaultValue="">
            <option value="">Nobody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <div className="flex flex-wrap gap-3">
          <NotNow />
          <Button
            name="intent"
            value="start"
            aria-disabled={pending}
            onClick={(event) => pending && event.preventDefault()}
          >
            {startLabels[run.kind]}
          </Button>
        </div>
      </form>
    </div>
  );
}

function NotNow() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // After the heading, which takes the focus of every new page.
    const frame = requestAnimationFrame(() => button.current?.focus());
    return () => {
      cancelAnimationFrame(frame);
      // Where the question was, the run begins.
      const heading = document.querySelector<HTMLElement>("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <Button ref={button} name="intent" value="discard" variant="secondary">
      Not now
    </Button>
  );
}
