"use client";
// React Hook Form keeps one object and changes it; the compiler would keep what it read first.
"use no memo";

import { zodResolver } from "@hookform/resolvers/zod";
import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useState,
} from "react";
import {
  type FieldValues,
  get,
  type Path,
  type FieldErrors as ReactHookFormErrors,
  type Resolver,
  useForm,
  useFormState,
} from "react-hook-form";
import * as z from "zod/mini";
import { type FieldErrors, fieldErrors } from "@/lib/onboarding/schema";
import { flattenErrors, nestErrors, toSummary } from "./form-errors";

type State<V> = { values: V; errors: FieldErrors };

type Options<V extends FieldValues, S extends State<V>> = {
  schema: z.core.$ZodType<unknown, V>;
  /** The empty form: its order is the order of the page. */
  blank: V;
  initial: S;
  /** A server action bound to one draft and one step. */
  save: (state: S, form: FormData) => Promise<S>;
  /** What keeps the form from being sent at all, whichever button was pressed. */
  obstacles?: () => FieldErrors;
  /** Tidies the form on the screen just before Continue checks it. */
  prepare?: () => void;
  /** Stands in for what only the server will know, such as the hash of a file about to be sent. */
  adjust?: (values: V, kept: V) => V;
};

/**
 * One step's form. With JavaScript the schema runs first and the very same form data then goes to
 * the action; without it the browser posts to the action, and the page comes back with `state`.
 *
 * Inputs are uncontrolled and React Hook Form gets no default values, so that it takes over what
 * was typed before the page came to life. The action is called from `onSubmit`, because React
 * empties a form whose `action` it calls itself.
 */
export function useStepForm<V extends FieldValues, S extends State<V>>(options: Options<V, S>) {
  const {
    schema,
    blank,
    initial,
    save,
    obstacles,
    prepare,
    adjust = (values: V) => values,
  } = options;
  // React declares a state that has been awaited; ours is a plain object.
  const [state, action, pending] = useActionState<S, FormData>(save, initial as Awaited<S>);
  const form = useForm<V>({
    resolver: resolverOf(schema, (values) => adjust(values, state.values)),
    // Built along the paths of the same schema.
    errors: useMemo(() => nestErrors(state.errors) as ReactHookFormErrors<V>, [state]),
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });
  const { errors } = useFormState({ control: form.control });
  const [summary, setSummary] = useState(() => toSummary(state.errors, blank));
  useEffect(() => setSummary(toSummary(state.errors, blank)), [state, blank]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const inTheWay = obstacles?.() ?? {};
    if (Object.keys(inTheWay).length > 0) return complain(inTheWay);
    const send = () => startTransition(() => action(new FormData(element, button)));
    if (button?.getAttribute("value") !== "continue") return send();

    prepare?.();
    void form.handleSubmit(send, (found) => setSummary(toSummary(flattenErrors(found), blank)))();
  }

  function complain(found: FieldErrors) {
    for (const [path, message] of Object.entries(found)) {
      form.setError(path as Path<V>, { message });
    }
    setSummary(toSummary(found, blank));
  }

  /**
   * A field that has been put right says so at once; no new complaint appears while typing.
   * On change, not on input: React Hook Form has the new value only by then.
   */
  function onChange() {
    const shown = Object.keys(flattenErrors(errors));
    if (shown.length === 0) return;
    const parsed = z.safeParse(schema, adjust(form.getValues(), state.values));
    const wrong = parsed.success ? {} : fieldErrors(parsed.error);
    form.clearErrors(shown.filter((path) => !(path in wrong)) as Path<V>[]);
  }

  return {
    form,
    state,
    action,
    pending,
    summary,
    onSubmit,
    onChange,
    errorOf: (path: string) => messageAt(errors, path),
    /** Everything an input needs; its id is its path. */
    field: (path: Path<V>) => ({
      ...form.register(path),
      defaultValue: get(state.values, path, "") as string,
      error: messageAt(errors, path),
    }),
  };
}

/** React Hook Form keeps the schema's input; its output is the server's business. */
function resolverOf<V extends FieldValues>(
  schema: z.core.$ZodType<unknown, V>,
  adjust: (values: V) => V,
): Resolver<V> {
  const resolve = zodResolver(schema as z.core.$ZodType<FieldValues, V>) as unknown as Resolver<V>;
  return (values, context, options) => resolve(adjust(values), context, options);
}

function messageAt(errors: object, path: string): string | undefined {
  const found: { message?: string } | undefined = get(errors, path);
  return found?.message;
}
