import { useActionState } from "react";

/**
 * A server action whose refusals are counted, so that a dialog can be made anew, and thereby closed,
 * when one comes back. Needs JavaScript, as the dialog does.
 */
export function useAnsweredAction<E>(
  action: (state: E | null, form: FormData) => Promise<E | null>,
) {
  const [state, run, pending] = useActionState(
    async (last: { error: E | null; answers: number }, form: FormData) => ({
      error: await action(last.error, form),
      answers: last.answers + 1,
    }),
    { error: null, answers: 0 },
  );
  return { ...state, run, pending };
}
