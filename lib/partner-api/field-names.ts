import "server-only";

const DEPTH_MAX = 3;

/** Names of the fields of a request that hold something, `address.city`, in its order; never a value. */
export function fieldNames(request: object, depth = 1): string[] {
  return Object.entries(request).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const inner = typeof value === "object" && !Array.isArray(value) && depth < DEPTH_MAX;
    if (!inner) return [name];
    return fieldNames(value, depth + 1).map((part) => `${name}.${part}`);
  });
}
