import { Field } from "@/components/ui/field";

export function RemoveConsequences({ sent }: { sent: boolean }) {
  if (!sent) return <p>It was never sent to Plaid. Its answers are lost. This cannot be undone.</p>;
  return (
    <p>
      Its Sandbox and limited Production keys stop working at once and it disappears from the Plaid
      Dashboard. This cannot be undone.
    </p>
  );
}

/** Keys may be in use: the name is typed, so that the wrong customer is not removed by habit. */
export function TypedName({ company }: { company: string }) {
  return (
    <Field
      label="Company name"
      name="companyName"
      hint={`Type ${company} to confirm`}
      autoComplete="off"
    />
  );
}
