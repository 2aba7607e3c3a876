"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import type { ManualItem, TickError } from "@/lib/launch/model";

export type TickState = { error: TickError; note: string; link: string } | null;

/** Says that an item is done, with what helps others to believe it. */
export function TickForm({
  item,
  title,
  tick,
}: {
  item: ManualItem;
  title: string;
  tick: (state: TickState, form: FormData) => Promise<TickState>;
}) {
  const [state, action] = useActionState(tick, null);
  return (
    <Disclosure
      open={state !== null}
      summary={
        <>
          Mark as done<span className="sr-only">: {title}</span>
        </>
      }
    >
      <form action={action} noValidate className="flex flex-col items-start gap-4">
        {state && state.error.code !== "bad_link" && (
          <p role="alert" className="text-danger">
            {explain(state.error)}
          </p>
        )}
        <Field
          id={`note-${item}`}
          name="note"
          label="Note"
          optional
          maxLength={500}
          defaultValue={state?.note}
          hint="Such as who confirmed it"
          autoComplete="off"
        />
        <Field
          id={`link-${item}`}
          name="link"
          label="Link"
          optional
          inputMode="url"
          defaultValue={state?.link}
          error={state?.error.code === "bad_link" ? state.error.reason : undefined}
          autoComplete="off"
        />
        <Button variant="secondary">Mark as done</Button>
      </form>
    </Disclosure>
  );
}

function explain(error: TickError): string {
  return error.code === "known"
    ? "It is done already: load the page again to see how that is known"
    : "This customer is not here any more";
}
