import "server-only";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, SignInAgain } from "@/lib/auth/model";
import type { Result } from "@/lib/result";
import { changeSettings } from "./change";
import type { SaveError, SecondPerson } from "./model";

/** Which acts take two people from now on. */
export async function saveSecondPerson(
  actor: Actor,
  { version, wanted }: { version: number; wanted: SecondPerson },
): Promise<Result<null, SaveError | SignInAgain>> {
  authorize(actor, "settings.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;
  const { sends, enables } = wanted;
  return db.transaction((tx) =>
    changeSettings(tx, actor, {
      version,
      values: { secondPersonSends: sends, secondPersonEnables: enables },
      action: "settings.second_person",
      details: { sending: sends ? "on" : "off", enabling: enables ? "on" : "off" },
    }),
  );
}
