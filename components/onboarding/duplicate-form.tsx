import { Button } from "@/components/ui/button";

/** Begins another draft with the answers this customer shares with it. */
export function DuplicateForm({ duplicate }: { duplicate: () => Promise<void> }) {
  return (
    <form action={duplicate}>
      <Button variant="secondary">Duplicate</Button>
    </form>
  );
}
