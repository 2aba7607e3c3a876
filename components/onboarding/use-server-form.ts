"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { type FormEvent, useActionState, useMemo, useState, useTransition } from "react";
import {
  type FieldValues,
  get,
  type Path,
  type FieldErrors as ReactHookFormErrors,
  useForm,
  useFormState,
} from "react-hook-form";
import type { FieldErrors } from "@/lib/onboarding/model";
import { flattenErrors, nestErrors, toSummary } from "./form-errors";

type State<V> = { values: V; errors: FieldErrors };

/** What is wrong since the last answer, and the answer or the press that it was found with. */
type Told = { of: object; since: object; said: FieldErrors };

/** No network, or a page of an earlier build. */
type Unsent = "offline" | "outdated";

type Options<V extends FieldValues, S extends State<V>> = {
  /** The empty form: its order is the order of the page. */
  blank: V;
  initial: S;
  /** A server action bound to one draft and one step. */
  save: (state: S, form: FormData) => Promise<S>;
  /** What keeps the form from being sent at all, whichever button was pressed. */
  obstacles?: () => FieldErrors;
  /** The last word on what is sent, with JavaScript only. */
  complete?: (form: FormData) => void;
  /** The answer when the form did not reach an action that takes it. */
  unsent?: (state: S, code: Unsent) => S;
};

/**
 * A form that the server judges. Without JavaScript the browser posts to the action, and the page
 * comes back with `state`; with it the very same form data goes there, and nothing on the page moves.
 *
 * Inputs are uncontrolled and React Hook Form gets no default values, so that it takes over what
 * was typed before the page came to life. `save` is called from `onSubmit`, because React empties a
 * form whose `action` it calls itself, and takes a lost connection for a broken page.
 */
export function useServerForm<V extends FieldValues, S extends State<V>>(options: Options<V, S>) {
  const { blank, initial, save, obstacles, complete, unsent } = options;
  // What a browser without JavaScript posts, and what the page then comes back with.
  // React declares a state that has been awaited; ours is a plain object.
  const [first, action] = useActionState<S, FormData>(save, initial as Awaited<S>);
  const [later, setLater] = useState<S>();
  const [pending, startSending] = useTransition();
  const state = later ?? first;
  const form = useForm<V>({
    // Built along the paths of the same form.
    errors: useMemo(() => nestErrors(state.errors) as ReactHookFormErrors<V>, [state]),
    shouldFocusError: false,
  });
  const { errors } = useFormState({ control: form.control });
  // In another language the same is said anew, `since` the same time.
  const [told, tell] = useState<Told>({ of: state, since: state, said: state.errors });
  if (told.of !== state) tell({ of: state, since: state, said: state.errors });
  const summary = useMemo(() => toSummary(told.said, blank), [told, blank]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const inTheWay = obstacles?.() ?? {};
    if (Object.keys(inTheWay).length > 0) return complain(inTheWay);
    const data = new FormData(event.currentTarget, button);
    complete?.(data);
    startSending(async () => setLater(await send(data)));
  }

  async function send(data: FormData): Promise<S> {
    try {
      return await save(state, data);
    } catch (failure) {
      const code = whyUnsent(failure);
      if (code && unsent) return unsent(state, code);
      throw failure;
    }
  }

  function complain(found: FieldErrors, since: object = found) {
    for (const [path, message] of Object.entries(found)) {
      form.setError(path as Path<V>, { message });
    }
    tell({ of: state, since, said: found });
  }

  /** Errors that the server does not find any more go, others may be said anew; new ones wait for Continue. */
  function follow(found: FieldErrors, inOtherWords: boolean) {
    const shown = flattenErrors(errors);
    form.clearErrors(Object.keys(shown).filter((path) => !(path in found)) as Path<V>[]);
    if (!inOtherWords) return;
    const said = Object.entries({ ...found, ...obstacles?.() }).filter(([path]) => path in shown);
    complain(Object.fromEntries(said), told.since);
  }

  const errorOf = (path: string) => messageAt(errors, path);
  return {
    form,
    state,
    action,
    pending,
    summary,
    since: told.since,
    onSubmit,
    follow,
    errorOf,
    /** Everything an input needs; its id is its path. */
    field: (path: Path<V>) => ({
      ...form.register(path),
      defaultValue: get(state.values, path, "") as string,
      error: errorOf(path),
    }),
  };
}

/** Everything else, redirects too, is not ours. */
function whyUnsent(failure: unknown): Unsent | undefined {
  if (unstable_isUnrecognizedActionError(failure)) return "outdated";
  // `fetch` throws this when the network fails.
  return failure instanceof TypeError ? "offline" : undefined;
}

function messageAt(errors: object, path: string): string | undefined {
  const found: { message?: string } | undefined = get(errors, path);
  return found?.message;
}
