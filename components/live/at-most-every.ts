/** Runs at once, then at most once per pause; a call during the pause runs at its end. */
export function atMostEvery(pauseMs: number, run: () => unknown): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: number | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = window.setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        run();
      },
      Math.max(0, last + pauseMs - performance.now()),
    );
  };
}
