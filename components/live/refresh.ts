type Router = { refresh: () => void };

let last = Number.NEGATIVE_INFINITY;
let due = Number.POSITIVE_INFINITY;
let timer: number | undefined;

/** Makes the page anew, at once or `pauseMs` after it was made anew last; several wishes are one. */
export function refreshSoon(router: Router, pauseMs: number): void {
  const at = Math.max(performance.now(), last + pauseMs);
  if (at >= due) return;
  cancelRefresh();
  due = at;
  timer = window.setTimeout(() => {
    due = Number.POSITIVE_INFINITY;
    last = performance.now();
    router.refresh();
  }, at - performance.now());
}

/** A refresh that is still due must not reach the page that comes after this one. */
export function cancelRefresh(): void {
  window.clearTimeout(timer);
  due = Number.POSITIVE_INFINITY;
}
