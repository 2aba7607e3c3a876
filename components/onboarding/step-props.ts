import type { StepState } from "@/lib/drafts/model";
import type { Guest } from "./guest";
import type { PublicFacts } from "./illustrations";

/** What every step is given. */
export type StepProps<V> = {
  initial: StepState<V>;
  /** Server action, bound to the draft and the step. */
  save: (state: StepState<V>, form: FormData) => Promise<StepState<V>>;
  /** Where patches are posted while somebody types. */
  autosave: string;
  /** The step Continue leads back to, when it was opened from there. */
  from: string | undefined;
  /** What people will see, as it was kept. */
  facts: PublicFacts;
  /** The end customer itself, where it fills this in; else one of the partner's people. */
  guest?: Guest | undefined;
};
