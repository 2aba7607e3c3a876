"use client";
// Reads the form's values as they are now, which the compiler cannot know about.
"use no memo";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Field, TextAreaField } from "@/components/ui/field";
import { type Answers, PASTED_URIS_FIELD } from "@/lib/onboarding/model";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { AnswerForm } from "./answer-form";
import { RedirectUriRow } from "./redirect-uri-row";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function RedirectUrisStep(props: StepProps<Answers["redirect-uris"]>) {
  const pasted = useRef<HTMLTextAreaElement>(null);
  const [news, setNews] = useState("");
  const step = useStepForm({
    step: "redirect-uris",
    ...props,
    showList: (uris) => Array.isArray(uris) && show(uris),
  });
  const { form, state, field, errorOf } = step;
  const [count, setCount] = useState(Math.max(state.values.redirectUris.length, 1));

  function listed(): string[] {
    return Array.from({ length: count }, (_, row) => form.getValues(`redirectUris.${row}`) ?? "");
  }

  function show(uris: string[]) {
    const rows = uris.length > 0 ? uris : [""];
    form.clearErrors("redirectUris");
    form.setValue("redirectUris", rows);
    flushSync(() => setCount(rows.length));
  }

  /** @returns how many were added. */
  function merge(): number {
    const kept = listed().filter((uri) => uri.trim() !== "");
    const merged = mergeRedirectUris(kept, pasted.current?.value ?? "");
    show(merged);
    if (pasted.current) pasted.current.value = "";
    return merged.length - kept.length;
  }

  function add() {
    show([...listed(), ""]);
    document.getElementById(`redirectUris.${count}`)?.focus();
  }

  function remove(row: number) {
    show(listed().toSpliced(row, 1));
    setNews(`Redirect URI ${row + 1} removed`);
    document.getElementById(`redirectUris.${Math.max(0, Math.min(row, count - 2))}`)?.focus();
  }

  return (
    <AnswerForm step={step} from={props.from} aside={<WhoSeesThis of={["plaid"]} />}>
      <p>
        Where Link sends people back after they signed in at their bank. Needed for mobile web
        views; others may leave this empty. Later changes are made in the Plaid Dashboard.
      </p>
      <Rules />
      <div id="redirectUris" tabIndex={-1} className="flex flex-col gap-4">
        {errorOf("redirectUris") && (
          <p className="font-medium text-danger">{errorOf("redirectUris")}</p>
        )}
        {Array.from({ length: count }, (_, row) => (
          <RedirectUriRow
            // A row is its place in the list: the form keeps the values by place.
            // biome-ignore lint/suspicious/noArrayIndexKey: no row has another identity than its place.
            key={row}
            row={row}
            control={form.control}
            input={field(`redirectUris.${row}`)}
            onRemove={() => remove(row)}
          />
        ))}
        <SpareRows from={count} />
        <Button
          type="button"
          variant="secondary"
          onClick={add}
          className="self-start noscript:hidden"
        >
          Add another
        </Button>
      </div>
      <TextAreaField
        ref={pasted}
        id={PASTED_URIS_FIELD}
        name={PASTED_URIS_FIELD}
        label="Paste many"
        hint="One on each line, or separated by commas or spaces, or a JSON array. They join the list when you continue."
        rows={4}
        spellCheck={false}
      />
      <div className="-mt-3 flex flex-wrap items-center gap-3 noscript:hidden">
        <Button
          type="button"
          variant="secondary"
          onClick={() => setNews(`${merge()} added to the list`)}
        >
          Add to the list
        </Button>
        <span role="status" className="text-muted text-sm">
          {news}
        </span>
      </div>
    </AnswerForm>
  );
}

function Rules() {
  return (
    <ul className="list-disc pl-6 text-muted">
      <li>https, or http for localhost in Sandbox</li>
      <li>no question mark, no # part</li>
      <li>* only as the first part of your own domain: https://*.example.com/oauth</li>
    </ul>
  );
}

/** Without JavaScript no row can be added, so some are there. */
function SpareRows({ from }: { from: number }) {
  return (
    <noscript>
      <div className="flex flex-col gap-4">
        {[0, 1, 2].map((spare) => (
          <Field
            key={spare}
            label={`Redirect URI ${from + spare + 1}`}
            name={`redirectUris.${from + spare}`}
            type="url"
          />
        ))}
      </div>
    </noscript>
  );
}
