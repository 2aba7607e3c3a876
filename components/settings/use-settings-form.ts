import { useActionState } from "react";
import { sendOnce } from "@/components/ui/send-once";
import type { FieldErrors } from "@/lib/onboarding/model";
import type { SaveProblem } from "./texts";

/** What a form of the settings shows after it was sent: the same values again, and what is wrong. */
export type SettingsState<V> = {
  values: V;
  /** Of the settings the form was made from; sent back with it. */
  version: number;
  problem: SaveProblem | null;
};

export type SaveSettings<V> = (
  state: SettingsState<V>,
  form: FormData,
) => Promise<SettingsState<V>>;

/** A form the server judges, with JavaScript and without. */
export function useSettingsForm<V>(initial: SettingsState<V>, save: SaveSettings<V>) {
  const [state, action, pending] = useActionState<SettingsState<V>, FormData>(
    save,
    initial as Awaited<SettingsState<V>>,
  );
  const errors: FieldErrors = state.problem?.code === "incorrect" ? state.problem.errors : {};

  return {
    state,
    values: state.values,
    errors,
    form: { state, action, onSubmit: sendOnce(action, pending), pending, errors },
  };
}

export type FormParts = ReturnType<typeof useSettingsForm>["form"];
