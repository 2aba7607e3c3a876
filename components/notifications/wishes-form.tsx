import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import type { Wishes } from "@/lib/notifications/model";

type Props = { wishes: Wishes; save: (form: FormData) => Promise<void> };

export function WishesForm({ wishes, save }: Props) {
  return (
    <form action={save} className="flex flex-col items-start gap-6">
      <CheckboxField
        name="turn"
        label="Mails when it is your turn"
        hint="One whenever a customer that is assigned to you, or that you started, waits for you. Never about what you did yourself."
        defaultChecked={wishes.turn}
      />
      <CheckboxField
        name="digest"
        label="Daily digest"
        hint="One at 08:00 UTC with what needs you first. None on a day when nothing needs anybody."
        defaultChecked={wishes.digest}
      />
      <Button>Save</Button>
    </form>
  );
}
