import { Button } from "@/components/ui/button";
import type { ManualItem } from "@/lib/launch/model";
import { launchTexts } from "./texts";

export function UntickForm({ item, untick }: { item: ManualItem; untick: () => Promise<void> }) {
  return (
    <form action={untick}>
      <Button variant="plain" className="-ml-2">
        Not done after all<span className="sr-only">: {launchTexts[item].title}</span>
      </Button>
    </form>
  );
}
