import type { Metadata } from "next";
import { ShortcutTable } from "@/components/command/shortcut-table";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Keyboard" };

export default async function KeyboardPage() {
  await requireStaff("customer.read");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Keyboard</h1>
      <p>
        Keys do nothing where you type. Those of one key can be{" "}
        <TextLink href="/notifications#keyboard">turned off</TextLink>.
      </p>
      <ShortcutTable heading="h2" />
    </div>
  );
}
