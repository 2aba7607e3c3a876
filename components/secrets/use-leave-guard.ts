import { useEffect } from "react";

/** Until it is unmounted, every way off the page asks first. */
export function useLeaveGuard(question: string): void {
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links inside the portal change the page without unloading it. Listening on the window comes
    // before React, which listens on the document.
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || event.metaKey || event.ctrlKey || link.getAttribute("target")) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // One step back leads to this same page, so that a careless one loses nothing.
    window.history.pushState(window.history.state, "", window.location.href);
    window.addEventListener("beforeunload", beforeUnload);
    window.addEventListener("click", click, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      window.removeEventListener("click", click, { capture: true });
    };
  }, [question]);
}
