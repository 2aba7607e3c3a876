import { Button } from "@/components/ui/button";
import { whoMay } from "./who-may";

export function StartForm({ start, allowed }: { start: () => Promise<void>; allowed: boolean }) {
  if (!allowed) {
    return <p className="text-muted">{whoMay("onboarding.edit", "add end customers")}</p>;
  }
  return (
    <form action={start}>
      <Button>New end customer</Button>
    </form>
  );
}
