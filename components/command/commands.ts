import type { Route } from "next";
import { areasFor } from "@/components/admin/areas";
import { may, type Role } from "@/lib/auth/model";
import words from "@/lib/languages/messages/en/staff/command.json";

/** What can be done from anywhere; `to` is a page, `act` something the server does. */
export type Command = { label: string } & ({ to: Route } | { act: "start" | "reviewNext" });

/** For this person: nobody is shown what they may not do. */
export function commandsFor(role: Role): { pages: Command[]; actions: Command[] } {
  const reader = { kind: "staff", role } as const;
  const edits = may(reader, "onboarding.edit");
  const adopts = may(reader, "customer.adopt");
  const reviews = may(reader, "onboarding.review");
  const { pages, actions } = words;
  return {
    pages: [
      { label: pages.overview, to: "/" },
      { label: pages.customers, to: "/customers" },
      { label: pages.banks, to: "/banks" },
      ...(reviews ? [{ label: pages.review, to: "/review" } as const] : []),
      ...areasFor(reader).map(({ href, label }) => ({
        label: pages.administration.replace("#", label),
        to: href,
      })),
      { label: pages.notifications, to: "/notifications" },
      { label: pages.keyboard, to: "/keyboard" },
    ],
    actions: [
      ...(edits ? [{ label: actions.start, act: "start" } as const] : []),
      ...(edits ? [{ label: actions.import, to: "/customers/import" as Route }] : []),
      ...(adopts ? [{ label: actions.adopt, to: "/customers/adopt" } as const] : []),
      ...(reviews ? [{ label: actions.reviewNext, act: "reviewNext" } as const] : []),
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
