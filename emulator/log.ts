/** The only output of this process: one line per event that a person at the terminal needs. */
export function log(line: string): void {
  process.stdout.write(`${line}\n`);
}
