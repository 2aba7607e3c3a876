// globalThis takes any property; this names the one that is ours.
const scope = globalThis as typeof globalThis & { vestibule?: Map<string, unknown> };

/**
 * One instance per process. Next bundles this code several times (pages, instrumentation, reloads
 * in development), so a module variable would be several.
 */
export function singleton<T>(name: string, make: () => T): T {
  scope.vestibule ??= new Map();
  if (!scope.vestibule.has(name)) scope.vestibule.set(name, make());
  // Each name has one maker, so what is kept under it is what that maker makes.
  return scope.vestibule.get(name) as T;
}
