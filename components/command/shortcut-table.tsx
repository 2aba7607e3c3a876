import type { ReactNode } from "react";
import words from "@/lib/languages/messages/en/staff/command.json";

const { anywhere, list, review } = words.shortcuts;

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: anywhere.title,
    keys: [
      [["Ctrl K", "⌘ K"], anywhere.menu],
      [["?"], anywhere.help],
      [["/"], anywhere.search],
      [["g o"], anywhere.overview],
      [["g c"], anywhere.customers],
      [["g b"], anywhere.banks],
      [["g r"], anywhere.review],
    ],
  },
  {
    title: list.title,
    keys: [
      [["j"], list.next],
      [["k"], list.previous],
      [["Enter"], list.open],
      [["x"], list.select],
      [["Esc"], list.clear],
    ],
  },
  {
    title: review.title,
    keys: [
      [["a"], review.approve],
      [["c"], review.changes],
      [["n"], review.next],
    ],
  },
];

/** Every shortcut. `Heading` is the level that its place asks for. */
export function ShortcutTable({ heading: Heading }: { heading: "h2" | "h3" }) {
  return groups.map(({ title, keys }) => (
    <section key={title} className="flex flex-col gap-2">
      <Heading className="text-base">{title}</Heading>
      <dl className="flex flex-col divide-y border-y text-sm">
        {keys.map(([either, does]) => (
          <div key={does} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="order-last flex shrink-0 gap-2">
              {either.map((one) => (
                <Keys key={one}>{one}</Keys>
              ))}
            </dt>
            <dd className="min-w-0">{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Keys({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-badge border border-control bg-surface px-1.5 font-medium text-badge">
      {children}
    </kbd>
  );
}
