"use client";

import { Button } from "@/components/ui/button";
import { Field, TextAreaField } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-parts";
import { type Answers, PASTED_URIS_FIELD } from "@/lib/onboarding/model";
import { redirectUriVerdicts } from "@/lib/redirect-uris/model";
import { AnswerForm } from "./answer-form";
import { RedirectUriRow } from "./redirect-uri-row";
import { RedirectUriRules } from "./redirect-uri-rules";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { useUriList } from "./use-uri-list";
import { WhoSeesThis } from "./who-sees-this";

export function RedirectUrisStep(props: StepProps<Answers["redirect-uris"]>) {
  const step = useStepForm({
    step: "redirect-uris",
    ...props,
    showList: (uris) => Array.isArray(uris) && list.adopt(uris),
  });
  const list = useUriList({
    form: step.form,
    initial: step.state.values.redirectUris,
    onChanged: step.onInput,
  });
  const verdicts = redirectUriVerdicts(list.uris).map((verdict, row) =>
    withServers(verdict, step.verdicts, `redirectUris.${row}`),
  );
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={props.guest}
      aside={<WhoSeesThis of={["plaid"]} guest={props.guest} />}
    >
      <p>
        Where Link sends people back after they signed in at their bank. Needed for mobile web
        views; others may leave this empty.{" "}
        {props.guest
          ? `Later changes are made by ${props.guest.partner}.`
          : "Later changes are made in the Plaid Dashboard, as are the package names of Android apps."}
      </p>
      <RedirectUriRules verdicts={verdicts} />
      <div id="redirectUris" tabIndex={-1} onChange={list.onChange} className="flex flex-col gap-6">
        <FieldError id="redirectUris" error={step.errorOf("redirectUris")} />
        {verdicts.map((verdict, row) => {
          const { error, chip, ...input } = step.field(`redirectUris.${row}`);
          return (
            <RedirectUriRow
              key={input.name}
              row={row}
              uri={list.uris[row] ?? ""}
              verdict={verdict}
              input={{
                ...input,
                // Once is enough for the whole list.
                chip: row === 0 && chip,
                error: error && verdict.error,
                warning: verdict.warning,
              }}
              onRemove={list.isEmpty ? undefined : () => list.remove(row)}
              onPaste={(event) => {
                const text = event.clipboardData.getData("text");
                if (list.pasteInto(row, text)) event.preventDefault();
              }}
              onAdd={list.add}
            />
          );
        })}
        <SpareRows from={list.uris.length} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <Button type="button" variant="secondary" onClick={() => list.add()}>
          Add another
        </Button>
        <p role="status" className="text-muted text-sm">
          {[inWords(list.news, verdicts), summaryOf(verdicts)].filter(Boolean).join(". ")}
        </p>
        {list.canUndo && (
          <Button type="button" variant="quiet" onClick={list.undo}>
            Undo
          </Button>
        )}
      </div>
      <TextAreaField
        ref={list.pasted}
        id={PASTED_URIS_FIELD}
        name={PASTED_URIS_FIELD}
        label="Paste many"
        hint="One on each line, or separated by commas or spaces, or a JSON array. They join the list when you continue."
        rows={4}
        spellCheck={false}
      />
      <Button
        type="button"
        variant="secondary"
        onClick={list.pasteMany}
        className="-mt-3 self-start noscript:hidden"
      >
        Add to the list
      </Button>
    </AnswerForm>
  );
}

type Verdict = ReturnType<typeof redirectUriVerdicts>[number];

/** What only the server knows, such as the names anybody can register, joins what is known at once. */
function withServers(
  verdict: Verdict,
  { errors, warnings }: Pick<ReturnType<typeof useStepForm>["verdicts"], "errors" | "warnings">,
  path: string,
): Verdict {
  if (verdict.value === "" || verdict.error) return verdict;
  const [error, warning] = [errors[path], warnings[path]];
  if (error) return { ...verdict, error, broken: ["host"], warning: undefined };
  return warning?.includes(verdict.warning ?? "") ? { ...verdict, warning } : verdict;
}

/** "12 added, 2 already there, 1 needs a fix" */
function inWords(news: ReturnType<typeof useUriList>["news"], verdicts: Verdict[]): string {
  if (typeof news === "string") return news;
  const { added, repeated } = news;
  const wrong = verdicts.slice(verdicts.length - added).filter(({ error }) => error).length;
  const parts = [
    `${added} added`,
    repeated > 0 && `${repeated} already there`,
    wrong > 0 && `${wrong} ${wrong === 1 ? "needs" : "need"} a fix`,
  ];
  return parts.filter(Boolean).join(", ");
}

function summaryOf(verdicts: Verdict[]): string {
  const typed = verdicts.filter(({ value }) => value !== "");
  const fine = typed.filter(({ error }) => !error);
  if (typed.length === 0) return "";
  return `${fine.length} of ${typed.length} ${typed.length === 1 ? "is" : "are"} fine`;
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
