"use client";

import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import words from "@/lib/languages/messages/en/staff/command.json";
import { Sheet } from "./sheet";
import { ShortcutTable } from "./shortcut-table";

/** The link of the sentence stands in brackets. */
const [before, link, after] = words.keyboard.about.split(/[[\]]/);

export function KeyboardDialog({ close }: { close: () => void }) {
  return (
    <Sheet title={words.keyboard.title} close={close}>
      <div className="flex flex-col gap-6 overflow-y-auto p-6 -outline-offset-2">
        <ShortcutTable heading="h3" />
        <p className="text-muted text-sm">
          {before}
          <TextLink href="/notifications#keyboard" onClick={close}>
            {link}
          </TextLink>
          {after}
        </p>
        <div>
          <Button type="button" variant="secondary" onClick={close}>
            {words.keyboard.close}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
