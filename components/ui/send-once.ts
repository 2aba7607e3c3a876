import { type FormEvent, startTransition } from "react";

/**
 * Sends a form to its action, not twice at once. React would clear the fields after an action it
 * called by itself; this way what was typed stays.
 */
export function sendOnce(action: (form: FormData) => void, pending: boolean) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    if (!pending) startTransition(() => action(form));
  };
}
