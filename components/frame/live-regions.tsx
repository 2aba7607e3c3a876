/**
 * There from first paint and never unmounted: screen readers miss a region that arrives together
 * with its text. `announce` fills them.
 */
export function LiveRegions() {
  return (
    <>
      <div id="status" role="status" className="sr-only" />
      <div id="alert" role="alert" className="sr-only" />
    </>
  );
}
