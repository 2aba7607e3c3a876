import "server-only";
import type { Origin } from "@/lib/auth/model";
import { ok, type Result } from "@/lib/result";
import type { TooMany } from "./model";
import { giveBackTry, takeTry } from "./take";

/** Counts a sign-in link that is about to be tried, for its network and for its address there. */
export async function takeLinkTry(origin: Origin, email: string): Promise<Result<null, TooMany>> {
  const ofNetwork = await takeTry("sign-in.network", origin.ip);
  if (!ofNetwork.ok) return ofNetwork;
  const ofAccount = await takeTry("sign-in.account", accountOf(origin, email));
  return ofAccount.ok ? ok(null) : ofAccount;
}

/** The link was good. */
export async function giveBackLinkTry(origin: Origin, email: string): Promise<void> {
  await giveBackTry("sign-in.network", origin.ip);
  await giveBackTry("sign-in.account", accountOf(origin, email));
}

function accountOf({ ip }: Origin, email: string): string {
  return `${email.trim().toLowerCase()} ${ip}`;
}
