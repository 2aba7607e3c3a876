import type { Route } from "next";
import { areasFor } from "@/components/admin/areas";
import { may, type Role } from "@/lib/auth/model";

/** What can be done from anywhere; `to` is a page, `act` something the server does. */
export type Command = { label: string } & ({ to: Route } | { act: "start" | "reviewNext" });

/** For this person: nobody is shown what they may not do. */
export function commandsFor(role: Role): { pages: Command[]; actions: Command[] } {
  const reader = { kind: "staff", role } as const;
  const edits = may(reader, "onboarding.edit");
  const adopts = may(reader, "customer.adopt");
  const reviews = may(reader, "onboarding.review");
  return {
    pages: [
      { label: "Overview", to: "/" },
      { label: "End customers", to: "/customers" },
      { label: "Banks", to: "/banks" },
      ...(reviews ? [{ label: "Review", to: "/review" } as const] : []),
      ...areasFor(reader).map(({ href, label }) => ({
        label: `${label} (administration)`,
        to: href,
      })),
      { label: "Notifications", to: "/notifications" },
      { label: "Keyboard", to: "/keyboard" },
    ],
    actions: [
      ...(edits ? [{ label: "New end customer", act: "start" } as const] : []),
      ...(edits ? [{ label: "Import CSV", to: "/customers/import" as Route }] : []),
      ...(adopts ? [{ label: "Adopt an existing customer", to: "/customers/adopt" } as const] : []),
      ...(reviews ? [{ label: "Review next", act: "reviewNext" } as const] : []),
    ],
  };
}

/** Every word typed begins a word of the label. */
export function matching(commands: Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const parts = label.toLowerCase().split(" ");
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
