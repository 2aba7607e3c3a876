import type { ReactNode } from "react";

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: "Anywhere",
    keys: [
      [["Ctrl K", "⌘ K"], "Search customers, pages and actions"],
      [["?"], "This list"],
      [["/"], "Search in the list, or search everything"],
      [["g o"], "Go to the overview"],
      [["g c"], "Go to the end customers"],
      [["g b"], "Go to the banks"],
      [["g r"], "Go to the review queue"],
    ],
  },
  {
    title: "In a list",
    keys: [
      [["j"], "Next row"],
      [["k"], "Previous row"],
      [["Enter"], "Open the row"],
      [["x"], "Select the row"],
      [["Esc"], "Clear the selection"],
    ],
  },
  {
    title: "In a review",
    keys: [
      [["a"], "To the button Approve"],
      [["c"], "To the button Request changes"],
      [["n"], "To the button Review next"],
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
