import { useActionState } from "react";
import type { Act, Explanation } from "./explanation";

/**
 * A server action whose refusals are counted, so that a dialog can be made anew, and thereby closed,
 * when one comes back. Needs JavaScript, as the dialog does.
 */
export function useAnsweredAction(action: Act) {
  const [state, run, pending] = useActionState(
    async (last: { told: Explanation | null; answers: number }, form: FormData) => ({
      told: await action(last.told, form),
      answers: last.answers + 1,
    }),
    { told: null, answers: 0 },
  );
  return { ...state, run, pending };
}
