// Preloaded into a process whose clock shall be wrong by CHAOS_CLOCK_MS milliseconds.
const shift = Number(process.env.CHAOS_CLOCK_MS ?? 0);
const { now } = Date;

globalThis.Date = new Proxy(Date, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now() + shift] : given, newTarget),
  apply: (target) => new target(now() + shift).toString(),
  get: (target, name) => (name === "now" ? () => now() + shift : Reflect.get(target, name, target)),
});
