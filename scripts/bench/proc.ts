import { readdirSync, readFileSync } from "node:fs";

/** What Linux counts the processor's time in, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** Why nothing can be read here; undefined on Linux. */
export function withoutProc(): string | undefined {
  return process.platform === "linux" ? undefined : "only Linux has /proc";
}

/** Seconds of the processor that a process has used, with those of its children. */
export function cpuSeconds(pid: number): number {
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && parentOf(name) === pid,
  );
  const running = [pid, ...children.map(Number)].map(runSeconds);
  return running.reduce((sum, seconds) => sum + seconds, endedSeconds(pid));
}

/** Resident memory in MB. */
export function memoryMb(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

/** Of the threads that run, to the nanosecond: an idle process uses less than a tick. */
function runSeconds(pid: number): number {
  const threads = list(`/proc/${pid}/task`).map((thread) => {
    const [nanoseconds = "0"] = read(`/proc/${pid}/task/${thread}/schedstat`).split(" ");
    return Number(nanoseconds);
  });
  return threads.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
}

/** Of the children that have ended. */
function endedSeconds(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(13, 15).map(Number);
  return (user + system) / TICKS_PER_SECOND;
}

function parentOf(pid: string): number {
  return Number(statOf(Number(pid))[1]);
}

/** The fields behind the name, which may hold spaces; empty for a process that has ended meanwhile. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
