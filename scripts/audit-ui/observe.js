// Runs in every measured page before its own scripts, and keeps what a visitor notices of it.
(() => {
  /** By id: when the interaction began, and how long until what came of it was drawn. */
  const interactions = new Map();
  let shifted = 0;
  let painted = 0;

  watch("event", { durationThreshold: 16 }, ({ interactionId, startTime, duration }) => {
    const { at, ms } = interactions.get(interactionId) ?? { at: startTime, ms: duration };
    const longest = { at: Math.min(at, startTime), ms: Math.max(ms, duration) };
    if (interactionId > 0) interactions.set(interactionId, longest);
  });
  watch("layout-shift", {}, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) shifted += value;
  });
  watch("largest-contentful-paint", {}, ({ startTime }) => {
    painted = startTime;
  });

  function watch(type, options, take) {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, ...options });
  }

  window.vitals = {
    interactions: () => [...interactions.values()],
    shifted: () => shifted,
    painted: () => painted,
    /** Moves the whole page, which must count. It is of no use afterwards. */
    async seesShifts() {
      const before = shifted;
      document.body.style.marginTop = "100px";
      for (let frame = 0; frame < 10 && shifted === before; frame++) {
        await new Promise(requestAnimationFrame);
      }
      return shifted > before;
    },
  };
})();
