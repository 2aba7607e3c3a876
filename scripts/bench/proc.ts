import { readdirSync, readFileSync } from "node:fs";

/** What Linux counts the processor's time in, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** Why nothing can be read here; undefined on Linux. */
export function withoutProc(): string | undefined {
  return process.platform === "linux" ? undefined : "only Linux has /proc";
}

/** Seconds of the processor that a process has used, with those of its children. */
export function cpuSeconds(pid: number): number {
  const { own, ended } = timesOf(pid);
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && parentOf(name) === pid,
  );
  const running = children.map((child) => timesOf(Number(child)).own);
  return [own, ended, ...running].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** Resident memory in MB. */
export function memoryMb(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

function timesOf(pid: number): { own: number; ended: number } {
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = statOf(pid)
    .slice(11, 15)
    .map(Number);
  return { own: user + system, ended: endedUser + endedSystem };
}

function parentOf(pid: string): number {
  return Number(statOf(Number(pid))[1]);
}

/** The fields behind the name, which may hold spaces; empty for a process that has ended meanwhile. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
