import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

const SHOWN_MS = 5 * 60_000;
const WARNING_MS = 60_000;
/** The clock of a browser may be wrong; a secret is shown for some time all the same. */
const LEAST_MS = 2 * WARNING_MS;

/**
 * Hides what must not stay on a screen: after five minutes, unless it is kept open for as long as the
 * server keeps it; and in a page that the browser puts aside to bring it back later.
 *
 * @param until ISO 8601.
 * @returns `closing`: a minute is left. `keepOpen` is null where there is no more time to give.
 */
export function useAutoHide(until: string, hide: () => void) {
  const [left] = useState(() => Math.max(Date.parse(until) - Date.now(), LEAST_MS));
  const [extended, setExtended] = useState(false);
  const [closing, setClosing] = useState(false);
  const shown = extended ? left : Math.min(SHOWN_MS, left);
  const [opened] = useState(() => Date.now());

  useEffect(() => {
    const passed = Date.now() - opened;
    const warn = setTimeout(() => setClosing(true), Math.max(shown - WARNING_MS - passed, 0));
    const end = setTimeout(hide, Math.max(shown - passed, 0));
    return () => {
      clearTimeout(warn);
      clearTimeout(end);
    };
  }, [shown, opened, hide]);

  useEffect(() => {
    const putAside = () => flushSync(hide);
    window.addEventListener("pagehide", putAside);
    return () => window.removeEventListener("pagehide", putAside);
  }, [hide]);

  function keepOpen() {
    setExtended(true);
    setClosing(false);
  }
  return { closing, keepOpen: !extended && left > shown ? keepOpen : null };
}

/** Counts clicks beside the panel and presses of Escape: they do nothing but point at it. */
export function useStrayPresses(panel: RefObject<HTMLElement | null>): number {
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    const point = () => {
      setPresses((count) => count + 1);
      panel.current?.scrollIntoView({ block: "nearest" });
    };
    const pressed = ({ target }: Event) => {
      if (target instanceof Node && !panel.current?.contains(target)) point();
    };
    const typed = ({ key }: KeyboardEvent) => {
      if (key === "Escape") point();
    };
    document.addEventListener("click", pressed);
    document.addEventListener("keydown", typed);
    return () => {
      document.removeEventListener("click", pressed);
      document.removeEventListener("keydown", typed);
    };
  }, [panel]);
  return presses;
}
