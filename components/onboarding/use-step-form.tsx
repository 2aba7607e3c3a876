"use client";

import { useLocale } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { announce } from "@/components/frame/announce";
import {
  type FieldValue,
  type Patch,
  patchBetween,
  readAnswers,
  withChoices,
} from "@/lib/answers/model";
import type { Change, SavedStep, StepState } from "@/lib/drafts/model";
import {
  type AnswerStep,
  type Answers,
  emptyAnswers,
  type FieldErrors,
} from "@/lib/onboarding/model";
import { AudienceChip, audienceOf } from "./audience";
import { Autosave, type SaveState } from "./autosave";
import { useChangeWords } from "./describe-change";
import { isOpen, useRequests } from "./guest";
import { isSafe, useSaveStateWords } from "./save-state";
import { setControls } from "./set-controls";
import type { StepProps } from "./step-props";
import { useServerForm } from "./use-server-form";

type Options<S extends AnswerStep> = StepProps<Answers[S]> & {
  step: S;
  obstacles?: () => FieldErrors;
  /** Shows the value of a field that is more than its inputs. */
  showList?: (value: FieldValue) => void;
  /** Told what was put into an input by others than the person in front of it. */
  onShown?: (path: string, value: FieldValue) => void;
};

type Verdicts = Pick<StepState<unknown>, "errors" | "warnings" | "conflicts">;

/** The form of a step whose answers are kept: autosave while typing, the server's judgement on Continue. */
export function useStepForm<S extends AnswerStep>(options: Options<S>) {
  const { step, initial, save, autosave: address, obstacles, showList, onShown, guest } = options;
  const element = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState<SaveState>({ kind: "idle" });
  const { news, tell, unsettled } = useOthers();
  const [verdicts, setVerdicts] = useState<Verdicts>(initial);
  const { conflicts } = verdicts;
  const sent = useRef<Answers[S]>(undefined);
  const saveStateInWords = useSaveStateWords();
  const withRequest = useRequests(guest);

  const base = useServerForm<Answers[S] & FieldValues, StepState<Answers[S]>>({
    blank: emptyAnswers[step],
    initial,
    save,
    obstacles: () => ({ ...obstacles?.(), ...unsettled(conflicts) }),
    complete(data) {
      sent.current = read();
      const { version, editor, seq, shown } = autosave.pause();
      const hidden = { version, editor, seq, shown: JSON.stringify(shown) };
      for (const [name, value] of Object.entries(hidden)) data.set(name, String(value));
    },
    unsent: (state, code) => ({ ...state, problem: { code } }),
  });
  const { state, form, follow } = base;

  const isOtherLanguage = useLanguage(() => void autosave.save({ evenNothing: true }));
  const current = useRef({ show, follow, isOtherLanguage, tell, saveStateInWords });
  current.current = { show, follow, isOtherLanguage, tell, saveStateInWords };
  const [autosave] = useState(
    () =>
      new Autosave<Answers[S]>({
        address,
        initial,
        read,
        show: (patch) => current.current.show(patch),
        onState(state) {
          setSaving(state);
          // It changes with every pause: only what is wrong is spoken.
          if (!isSafe(state)) announce(current.current.saveStateInWords(state));
        },
        onSaved(saved) {
          setVerdicts(saved);
          current.current.follow(saved.errors, current.current.isOtherLanguage(saved));
          current.current.tell(saved.theirs);
        },
      }),
  );
  useEffect(() => autosave.start(), [autosave]);

  // An answer of the action: the form shows what the server made of it.
  const answered = useRef(state);
  useEffect(() => {
    if (answered.current === state || !sent.current) return;
    answered.current = state;
    const reached = state.problem === undefined;
    if (reached) show(patchBetween(sent.current, state.values));
    autosave.adopt(state.values, reached ? state : null);
    setVerdicts(state);
  });

  function read(): Answers[S] {
    return readAnswers(step, new FormData(element.current ?? undefined));
  }

  function show(patch: Patch) {
    for (const [path, value] of Object.entries(patch)) {
      if (Array.isArray(value) && showList) showList(value);
      else {
        form.setValue(path as Path<Answers[S] & FieldValues>, value as never);
        if (element.current) setControls(element.current, path, value);
        onShown?.(path, value);
      }
    }
  }

  return {
    ...base,
    /** The form stays known when it goes: it is read once more then. */
    element(shown: HTMLFormElement | null) {
      element.current = shown ?? element.current;
    },
    saving,
    news,
    conflicts,
    /** What the server last found, shown errors or not. */
    verdicts,
    warningOf: (path: string) => withRequest(path, verdicts.warnings[path]),
    field: (path: Path<Answers[S] & FieldValues>) => ({
      ...base.field(path),
      chip: <AudienceChip audience={audienceOf(step, path)} guest={guest} />,
      warning: withRequest(path, verdicts.warnings[path]),
      readOnly: !isOpen(guest, path),
    }),
    onInput() {
      const typed = patchBetween(state.values, read());
      show(patchBetween(typed, withChoices(typed)));
      autosave.changed();
    },
    onBlur: () => void autosave.save(),
    settle: (path: string, whose: "yours" | "theirs") =>
      setVerdicts({ ...verdicts, conflicts: autosave.settle(path, whose) }),
  };
}

/**
 * Errors and warnings come in words: in another language the server is asked for them.
 *
 * @returns whether an answer is the first in the language that the page has now.
 */
function useLanguage(askAnew: () => void) {
  const language = useLocale();
  const told = useRef(language);
  const ask = useEffectEvent(askAnew);
  useEffect(() => {
    if (told.current !== language) ask();
  }, [language]);
  return (answer: SavedStep): boolean => {
    const isOther = told.current !== language && answer.language === language;
    if (isOther) told.current = language;
    return isOther;
  };
}

/** What others changed meanwhile, shown and spoken, and what is asked before the form is sent. */
function useOthers() {
  const { said, unsettled } = useChangeWords();
  const [news, setNews] = useState("");
  function tell(changes: Change[]) {
    if (changes.length === 0) return;
    const sentence = changes.map(said).join(" ");
    setNews(sentence);
    announce(sentence);
  }
  return { news, tell, unsettled };
}
