"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWord } from "./words";

type Item = { href: string; message: string };

/** A line for each field that has an error; the ids of a page with several forms begin with the form. */
export function itemsOf(errors: Record<string, string>, prefix = ""): Item[] {
  return Object.entries(errors).map(([field, message]) => ({
    href: `#${prefix}${field}`,
    message,
  }));
}

/** What has to be fixed before going on. Each new list, even of the same errors, takes the focus. */
export function ErrorSummary({
  errors,
  since = errors,
  problem,
}: {
  errors: Item[];
  /** Stays the same where the list is only said in another language. */
  since?: object | undefined;
  problem?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<object>(undefined);

  useEffect(() => {
    if (shown.current === since) return;
    shown.current = since;
    box.current?.focus();
  });
  useTitlePrefix(useWord("error"));

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex scroll-mt-4 flex-col gap-3 rounded-card border-2 border-danger p-4"
    >
      <h2>{useWord("problem")}</h2>
      {problem}
      {errors.length > 0 && (
        <ul className="flex flex-col gap-1">
          {errors.map(({ href, message }) => (
            <li key={`${href} ${message}`}>
              <a
                href={href}
                className="inline-block py-0.5 font-medium text-danger underline underline-offset-4"
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Said first by a screen reader when the page is announced. */
function useTitlePrefix(error: string): void {
  useEffect(() => {
    const prefix = `${error} `;
    const say = () => {
      if (!document.title.startsWith(prefix)) document.title = `${prefix}${document.title}`;
    };
    say();
    // The answer to what was sent comes with the page's own title, sometimes after the errors.
    const observer = new MutationObserver(say);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [error]);
}
