import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";

type Props = { singleKeys: boolean; save: (form: FormData) => Promise<void> };

export function KeyboardForm({ singleKeys, save }: Props) {
  return (
    <div id="keyboard">
      <Section title="Keyboard">
        <form action={save} className="flex flex-col items-start gap-6">
          <CheckboxField
            name="singleKeys"
            label="Shortcuts of one key"
            hint="Letters that act at once, like j for the next row. Turn them off where letters come by themselves, as with speech input."
            defaultChecked={singleKeys}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button>Save keyboard choice</Button>
            <TextLink href="/keyboard">All shortcuts</TextLink>
          </div>
        </form>
      </Section>
    </div>
  );
}
