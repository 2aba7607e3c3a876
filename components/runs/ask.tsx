"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { Act } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Person } from "@/lib/reviews/model";
import type { RunKind } from "@/lib/runs/model";

/** The question before anything happens. The way out has the focus. */
export function AskForRun({
  kind,
  people,
  control,
  children,
}: {
  kind: RunKind;
  /** Of an assignment: to whom. */
  people: Person[];
  control: Act;
  /** What to know before. */
  children: ReactNode;
}) {
  const t = useTranslations("runs.ask");
  const [told, action, pending] = useActionState(control, null);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      {told && <Outcome {...told} />}
      {children}
      <form action={action} className="flex w-full flex-col items-start gap-6">
        {kind === "assign" && (
          <SelectField label={t("assignee")} name="assignee" defaultValue="">
            <option value="">{t("nobody")}</option>
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
            {t(`start.${kind}`)}
          </Button>
        </div>
      </form>
    </div>
  );
}

function NotNow() {
  const t = useTranslations("runs.ask");
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
      {t("notNow")}
    </Button>
  );
}
