import "server-only";
import { db } from "@/db/client";
import { partnerSettings } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { secondPerson } from "@/lib/onboarding/partner";
import { reviewers } from "./assign";

export type SecondPerson = { sends: boolean; enables: boolean };

/**
 * Which acts take two people from now on; what is not named stays. Whoever may run commands on the
 * server decides it.
 *
 * @returns how it stands, and how many people of the team may act.
 */
export async function setSecondPerson(
  wish: Partial<SecondPerson>,
): Promise<SecondPerson & { people: number }> {
  return db.transaction(async (tx) => {
    const next = { ...(await secondPerson(tx)), ...wish };
    const values = { secondPersonSends: next.sends, secondPersonEnables: next.enables };
    await tx
      .insert(partnerSettings)
      .values(values)
      .onConflictDoUpdate({ target: partnerSettings.onlyRow, set: values });
    await recordAudit(
      tx,
      { kind: "system", job: "command" },
      {
        action: "settings.second_person",
        subject: "partner_settings",
        details: { sending: onOff(next.sends), enabling: onOff(next.enables) },
      },
    );
    return { ...next, people: (await reviewers(tx)).length };
  });
}

export function onOff(wanted: boolean): "on" | "off" {
  return wanted ? "on" : "off";
}
