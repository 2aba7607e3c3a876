"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import type { ManualItem, TickError } from "@/lib/launch/model";

export type TickState = { error: TickError; note: string; link: string } | null;

/** What the server says for it: a library of texts would be weight of the customer's page. */
export type TickSaid = {
  /** "Mark as done", and of what for those who do not see it. */
  summary: ReactNode;
  words: Record<"note" | "noteHint" | "link" | "save" | "known" | "notFound", string>;
};

/** Says that an item is done, with what helps others to believe it. */
export function TickForm({
  item,
  summary,
  words,
  tick,
}: TickSaid & {
  item: ManualItem;
  tick: (state: TickState, form: FormData) => Promise<TickState>;
}) {
  const [state, action] = useActionState(tick, null);
  return (
    <Disclosure open={state !== null} summary={summary}>
      <form action={action} noValidate className="flex flex-col items-start gap-4">
        {state && state.error.code !== "bad_link" && (
          <p role="alert" className="text-danger">
            {state.error.code === "known" ? words.known : words.notFound}
          </p>
        )}
        <Field
          id={`note-${item}`}
          name="note"
          label={words.note}
          optional
          maxLength={500}
          defaultValue={state?.note}
          hint={words.noteHint}
          autoComplete="off"
        />
        <Field
          id={`link-${item}`}
          name="link"
          label={words.link}
          optional
          inputMode="url"
          defaultValue={state?.link}
          error={state?.error.code === "bad_link" ? state.error.reason : undefined}
          autoComplete="off"
        />
        <Button variant="secondary">{words.save}</Button>
      </form>
    </Disclosure>
  );
}
