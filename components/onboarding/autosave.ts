import { fieldsOf, isSame, type Patch, patchBetween, withPatch } from "@/lib/answers/model";
import type { Change, SavedStep, SaveStepProblem } from "@/lib/drafts/model";

const QUIET_MS = 300;
/** Somebody who types without a pause is saved this often all the same. */
const WAIT_MAX_MS = 800;
/** Since the document began to load. */
const FRESH_MS = 10_000;
const ANSWER_WAIT_MS = 10_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 15_000;
/** A browser lets requests outlive their page up to 64 KiB in all. */
const KEEPALIVE_BYTES_MAX = 60_000;
const PRESS_LOOK_MS = 50;

export type SaveState =
  | { kind: "idle" | "saving" | "retrying" | "offline" | "signed_out" }
  | { kind: "saved"; at: Date }
  | { kind: "stopped"; problem: SaveStepProblem };

type Version = { version: number; editor: string };

type Kept = Version & { patch: Patch };

type Options<A extends object> = {
  address: string;
  /** What the server had when the page was made. */
  initial: Version & { values: A };
  read(): A;
  /** Puts a value into the form. */
  show(patch: Patch): void;
  onState(state: SaveState): void;
  onSaved(saved: SavedStep & { conflicts: Change[] }): void;
};

/**
 * Keeps what is typed: after a pause, at the latest after 0.8 s, and at once when the page is left.
 * One request at a time; while the server cannot be reached the device keeps the changes.
 */
export class Autosave<A extends object> {
  readonly #options: Options<A>;
  readonly #storage: string;
  readonly #conflicts = new Map<string, Change>();
  #version: number;
  #editor: string;
  /** What the server has. */
  #synced: A;
  /** Fields that were posted without an answer yet: the server may have either value. */
  readonly #unanswered = new Set<string>();
  #seq = 0;
  #running = false;
  /** Ends a request that only asks, so that it holds up nothing that was typed. */
  #looking: AbortController | undefined;
  /** What was asked for meanwhile. */
  #again: { evenNothing: boolean } | undefined;
  #halted = false;
  #failures = 0;
  #quiet: number | undefined;
  #latest: number | undefined;
  #retry: number | undefined;

  constructor(options: Options<A>) {
    const { address, initial } = options;
    this.#options = options;
    this.#storage = `vestibule.unsaved ${address}`;
    this.#version = initial.version;
    this.#editor = initial.editor;
    this.#synced = initial.values;
  }

  /** @returns what ends it, when the form goes. */
  start(): () => void {
    const look = () => void this.save({ evenNothing: true });
    const leave = () => this.#leave();
    const back = (event: PageTransitionEvent) => event.persisted && look();
    const turn = () => (document.hidden ? void this.save() : look());
    this.#halted = false;
    const restored = this.#restore();
    // A document that was loaded just now has what is kept; a page kept by the router may not.
    void this.save({ evenNothing: restored || performance.now() > FRESH_MS });
    window.addEventListener("online", look);
    window.addEventListener("pageshow", back);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", turn);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("pageshow", back);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", turn);
      leave();
      this.#halted = true;
    };
  }

  changed(): void {
    const save = () => void this.save();
    window.clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(save, QUIET_MS);
    this.#latest ??= window.setTimeout(save, WAIT_MAX_MS);
  }

  /** @param evenNothing asks what others changed where there is nothing to save. */
  async save({ evenNothing = false } = {}): Promise<void> {
    this.#stopTimers();
    if (this.#halted) return;
    if (this.#running) {
      this.#again = { evenNothing: evenNothing || this.#again?.evenNothing === true };
      this.#looking?.abort();
      return;
    }
    const patch = this.#unsaved();
    const nothing = Object.keys(patch).length === 0;
    if (nothing && !evenNothing) return;

    this.#running = true;
    if (nothing) this.#looking = new AbortController();
    else this.#options.onState({ kind: "saving" });
    for (const path of Object.keys(patch)) this.#unanswered.add(path);
    try {
      await this.#judge(await this.#post(patch, this.#looking?.signal), patch);
    } catch {
      if (!this.#looking?.signal.aborted) this.#failed(navigator.onLine ? "retrying" : "offline");
    }
    this.#running = false;
    this.#looking = undefined;
    const again = this.#again;
    this.#again = undefined;
    if (again) await this.save(again);
  }

  /** The form is being sent as a whole: nothing goes beside it until `adopt`. */
  pause() {
    this.#stopTimers();
    this.#halted = true;
    const shown = fieldsOf(this.#synced);
    for (const path of this.#unanswered) delete shown[path];
    return { version: this.#version, editor: this.#editor, seq: this.#nextSeq(), shown };
  }

  /** @param answer null when the form did not get through. */
  adopt(values: A, answer: { version: number; conflicts: Change[] } | null): void {
    this.#halted = false;
    if (answer) {
      this.#unanswered.clear();
      this.#version = answer.version;
      this.#conflicts.clear();
      for (const change of answer.conflicts) this.#conflicts.set(change.path, change);
      const theirs = answer.conflicts.map(({ path, value }) => [path, value]);
      this.#synced = withPatch(values, Object.fromEntries(theirs));
      sessionStorage.removeItem(this.#storage);
    }
    this.changed();
  }

  /** Keeps what is typed here, or takes what the other one typed. @returns what is still open. */
  settle(path: string, whose: "yours" | "theirs"): Change[] {
    const change = this.#conflicts.get(path);
    this.#conflicts.delete(path);
    if (change) this.#synced = withPatch(this.#synced, { [path]: change.value });
    if (change && whose === "theirs") this.#options.show({ [path]: change.value });
    void this.save();
    return [...this.#conflicts.values()];
  }

  #unsaved(): Patch {
    const typed = fieldsOf(this.#options.read());
    const patch = patchBetween(this.#synced, typed);
    for (const path of this.#unanswered) {
      if (typed[path] !== undefined) patch[path] = typed[path];
    }
    for (const path of this.#conflicts.keys()) delete patch[path];
    return patch;
  }

  #post(patch: Patch, ended?: AbortSignal): Promise<Response> {
    const posted = { editor: this.#editor, seq: this.#nextSeq(), base: this.#version, patch };
    const body = JSON.stringify(posted);
    return fetch(this.#options.address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: body.length < KEEPALIVE_BYTES_MAX,
      signal: ended ?? AbortSignal.timeout(ANSWER_WAIT_MS),
    });
  }

  /** Grows over reloads, too: a page that is opened again may go on under its old name. */
  #nextSeq(): number {
    this.#seq = Math.max(this.#seq + 1, Date.now());
    return this.#seq;
  }

  async #judge(answer: Response, patch: Patch): Promise<void> {
    if (answer.ok) {
      const saved = await answer.json();
      await released();
      return this.#take(saved, patch);
    }
    if (answer.status === 401) return this.#failed("signed_out");
    if (answer.status !== 404 && answer.status !== 409) return this.#failed("retrying");
    this.#halted = true;
    sessionStorage.removeItem(this.#storage);
    this.#options.onState({ kind: "stopped", problem: await answer.json() });
  }

  #take(saved: SavedStep, patch: Patch): void {
    const { onState, onSaved } = this.#options;
    const news = this.#failures > 0 || Object.keys(patch).length > 0;
    this.#failures = 0;
    this.#version = saved.version;
    for (const path of Object.keys(patch)) this.#unanswered.delete(path);
    for (const change of saved.conflicts) this.#conflicts.set(change.path, change);
    const before = fieldsOf(this.#synced);
    const kept = Object.entries(patch).filter(([path]) => !this.#conflicts.has(path));
    this.#synced = withPatch(this.#synced, Object.fromEntries(kept));
    const theirs = saved.theirs.filter((change) => this.#takeTheirs(change, before));
    if (Object.keys(this.#unsaved()).length === 0) sessionStorage.removeItem(this.#storage);
    if (news) onState({ kind: "saved", at: new Date(saved.savedAt) });
    onSaved({ ...saved, theirs, conflicts: [...this.#conflicts.values()] });
  }

  /** What somebody typed here in the meantime is not overwritten. @returns whether it is shown now. */
  #takeTheirs(change: Change, before: ReturnType<typeof fieldsOf>): boolean {
    const { path, value } = change;
    const mine = fieldsOf(this.#options.read())[path];
    if (!isSame(mine, value) && !isSame(mine, before[path])) {
      this.#conflicts.set(path, change);
      return false;
    }
    this.#synced = withPatch(this.#synced, { [path]: value });
    if (isSame(mine, value)) return false;
    this.#options.show({ [path]: value });
    return true;
  }

  #failed(kind: "retrying" | "offline" | "signed_out"): void {
    this.#keepHere();
    this.#options.onState({ kind });
    const pauseMs = Math.min(RETRY_FIRST_MS * 2 ** this.#failures, RETRY_MAX_MS);
    this.#failures += 1;
    this.#retry = window.setTimeout(() => void this.save({ evenNothing: true }), pauseMs);
  }

  #keepHere(): void {
    const patch = patchBetween(this.#synced, this.#options.read());
    if (Object.keys(patch).length === 0) return;
    const kept: Kept = { version: this.#version, editor: this.#editor, patch };
    sessionStorage.setItem(this.#storage, JSON.stringify(kept));
  }

  /** What an earlier opening of this page in the same tab could not save. */
  /** @returns whether there was something that had not been saved. */
  #restore(): boolean {
    const kept = sessionStorage.getItem(this.#storage);
    if (!kept) return false;
    const { version, editor, patch }: Kept = JSON.parse(kept);
    this.#version = version;
    this.#editor = editor;
    this.#options.show(patch);
    return true;
  }

  /** The page goes: what is not saved goes out at once, beside a request that may be under way. */
  #leave(): void {
    this.#stopTimers();
    if (this.#halted || Object.keys(this.#unsaved()).length === 0) return;
    this.#keepHere();
    this.#post(this.#unsaved()).then(
      ({ ok }) => ok && sessionStorage.removeItem(this.#storage),
      () => {},
    );
  }

  #stopTimers(): void {
    for (const timer of [this.#quiet, this.#latest, this.#retry]) window.clearTimeout(timer);
    this.#quiet = undefined;
    this.#latest = undefined;
    this.#retry = undefined;
  }
}

/** A line that comes or goes during a press would move the button away from under it. */
async function released(): Promise<void> {
  while (document.querySelector(":active")) {
    await new Promise((done) => window.setTimeout(done, PRESS_LOOK_MS));
  }
}
