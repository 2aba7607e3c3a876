import { useState } from "react";

export type PasskeyState<P> =
  | { at: "idle" | "asking" }
  | { at: "cancelled" | "unable" }
  | { at: "refused"; problem: P };

/**
 * Talks to a passkey, then hands its answer in.
 *
 * @param ask gets the question for the browser and has it answered; null where there is none any more.
 * @param give what the portal says to the answer; null where it was right.
 */
export function usePasskey<A, P>(
  ask: () => Promise<A | null>,
  give: (answer: A) => Promise<P | null>,
) {
  const [state, setState] = useState<PasskeyState<P>>({ at: "idle" });

  async function use() {
    if (state.at === "asking") return;
    setState({ at: "asking" });
    setState(await attempt(ask, give));
  }

  return { state, use };
}

async function attempt<A, P>(
  ask: () => Promise<A | null>,
  give: (answer: A) => Promise<P | null>,
): Promise<PasskeyState<P>> {
  let answer: A | null;
  try {
    answer = await ask();
  } catch (error) {
    // What a browser says when a person has second thoughts, or when time runs out.
    const cancelled = error instanceof Error && error.name === "NotAllowedError";
    return { at: cancelled ? "cancelled" : "unable" };
  }
  if (answer === null) return { at: "unable" };
  const problem = await give(answer);
  return problem === null ? { at: "idle" } : { at: "refused", problem };
}
