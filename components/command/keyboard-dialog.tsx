"use client";

import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { Sheet } from "./sheet";
import { ShortcutTable } from "./shortcut-table";

export function KeyboardDialog({ close }: { close: () => void }) {
  return (
    <Sheet title="Keyboard" close={close}>
      <div className="flex flex-col gap-6 overflow-y-auto p-6 -outline-offset-2">
        <ShortcutTable heading="h3" />
        <p className="text-muted text-sm">
          Keys do nothing where you type. Those of one key can be{" "}
          <TextLink href="/notifications#keyboard" onClick={close}>
            turned off
          </TextLink>
          .
        </p>
        <div>
          <Button type="button" variant="secondary" onClick={close}>
            Close
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
