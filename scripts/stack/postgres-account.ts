import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import {
  type Binaries,
  copiedBinaries,
  installedBinaries,
  linkedBinaries,
} from "./postgres-binaries";

/** Under whose name PostgreSQL runs: it refuses to run as root. */
export type Account = {
  name: string;
  binaries: Binaries;
  prefix: string[];
  ids: { uid: number; gid: number } | Record<string, never>;
};

/** @param home an existing folder, written by the server and by this process */
export function chooseAccount(home: string, installed = installedBinaries()): Account {
  const runtime = path.join(home, "runtime");
  const binaries = linkedBinaries(installed, runtime);
  const ourselves: Account = { name: "this user", binaries, prefix: [], ids: {} };
  if (process.getuid?.() !== 0) return ourselves;

  for (const candidate of rootCandidates(home, ourselves)) {
    const account = candidate();
    if (account && canRun(account, home)) return account;
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and no unprivileged user can work in ${home}. ` +
      "Set DATA_DIR to a folder every user may enter, start as an ordinary user, " +
      "or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** Gives a folder made by root to the account that will own it. */
export function handOver(target: string, account: Account): void {
  const { uid, gid } = account.ids;
  if (uid === undefined || gid === undefined) return;
  chownSync(target, uid, gid);
  if (!lstatSync(target).isDirectory()) return;
  for (const name of readdirSync(target)) {
    const entry = path.join(target, name);
    if (!lstatSync(entry).isSymbolicLink()) handOver(entry, account);
  }
}

function rootCandidates(home: string, ourselves: Account): (() => Account | undefined)[] {
  return [
    // In a user namespace of its own root looks like nobody, yet still owns root's files.
    () => ({ ...ourselves, name: "a user namespace", prefix: ["unshare", "-U", "--"] }),
    () => checkoutOwner(home, ourselves),
    () => lesserUser(home, ourselves, "postgres"),
    () => lesserUser(home, ourselves, "nobody"),
  ];
}

/** For `sudo npm run demo` below a home folder that only its owner may enter. */
function checkoutOwner(home: string, ourselves: Account): Account | undefined {
  let folder = home;
  while (statSync(folder).uid === 0) {
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  const { uid, gid } = statSync(folder);
  chmodSync(home, 0o711);
  return { ...ourselves, name: `user ${uid}, who owns ${folder}`, ids: { uid, gid } };
}

function lesserUser(home: string, ourselves: Account, name: string): Account | undefined {
  const uid = idOf(name, "-u");
  const gid = idOf(name, "-g");
  if (uid === undefined || gid === undefined || uid === 0) return undefined;
  chmodSync(home, 0o711);
  const binaries = copiedBinaries(ourselves.binaries, path.join(home, "runtime"));
  chmodSync(binaries.root, 0o755);
  return { ...ourselves, name: `user ${name}`, binaries, ids: { uid, gid } };
}

function idOf(user: string, flag: "-u" | "-g"): number | undefined {
  try {
    const id = Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: "pipe" }));
    return Number.isInteger(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

function canRun(account: Account, home: string): boolean {
  const [command, ...args] = [
    ...account.prefix,
    "/bin/sh",
    "-c",
    'test -x "$1" && "$2" --version && "$3" --version',
    "sh",
    home,
    account.binaries.postgres,
    account.binaries.initdb,
  ];
  if (command === undefined) return false;
  return spawnSync(command, args, { stdio: "ignore", ...account.ids }).status === 0;
}
