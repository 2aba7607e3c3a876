"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("redirectUris.list");
  const say = useTranslations("redirectUris.verdict");
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
  const verdicts = redirectUriVerdicts(list.uris, { say }).map((verdict, row) =>
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
        {t("what")}{" "}
        {props.guest
          ? t("laterByPartner", { partner: props.guest.partner })
          : t("laterInDashboard")}
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
          {t("addAnother")}
        </Button>
        <ListNews news={list.news} verdicts={verdicts} />
        {list.canUndo && (
          <Button type="button" variant="quiet" onClick={list.undo}>
            {t("undo")}
          </Button>
        )}
      </div>
      <TextAreaField
        ref={list.pasted}
        id={PASTED_URIS_FIELD}
        name={PASTED_URIS_FIELD}
        label={t("pasteMany")}
        hint={t("pasteHint")}
        rows={4}
        spellCheck={false}
      />
      <Button
        type="button"
        variant="secondary"
        onClick={list.pasteMany}
        className="-mt-3 self-start noscript:hidden"
      >
        {t("addPasted")}
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

/** "12 added, 2 already there, 1 needs a fix. 13 of 14 are fine" */
function ListNews({
  news,
  verdicts,
}: {
  news: ReturnType<typeof useUriList>["news"];
  verdicts: Verdict[];
}) {
  const t = useTranslations("redirectUris");
  const typed = verdicts.filter(({ value }) => value !== "");
  const wrongOf = (some: Verdict[]) => some.filter(({ error }) => error).length;
  const added = typeof news === "string" ? [] : verdicts.slice(verdicts.length - news.added);
  const told =
    typeof news === "string" ? news : t("news.pasted", { ...news, wrong: wrongOf(added) });
  const total = typed.length;
  const sum = total > 0 && t("list.fine", { fine: total - wrongOf(typed), total });
  return (
    <p role="status" className="text-muted text-sm">
      {[told, sum].filter(Boolean).join(". ")}
    </p>
  );
}

/** Without JavaScript no row can be added, so some are there. */
function SpareRows({ from }: { from: number }) {
  const t = useTranslations("redirectUris.row");
  return (
    <noscript>
      <div className="flex flex-col gap-4">
        {[0, 1, 2].map((spare) => (
          <Field
            key={spare}
            label={t("label", { row: from + spare + 1 })}
            name={`redirectUris.${from + spare}`}
            type="url"
          />
        ))}
      </div>
    </noscript>
  );
}
