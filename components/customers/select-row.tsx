/** Id of the form that the boxes of all rows belong to. */
export const SELECTION = "selection";

/** Takes a row into what is done to many. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  return (
    <label className="flex min-h-target min-w-target items-start">
      <input
        type="checkbox"
        form={SELECTION}
        name="customer"
        value={id}
        className="size-6 shrink-0 accent-primary"
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}
