import type { Fault } from "@/scripts/testing/emulator-client";
import { type Answer, openPage, type Staff } from "./staff";
import type { Ending } from "./submission-cases";
import type { MadeCustomer, Portal, World } from "./world";

const CREATE = "/partner/customer/create";

/** A draft, how it must end, and what its people were shown. */
export type Submission = {
  draft: MadeCustomer;
  what: string;
  ending: Ending;
  /** Of each press; undefined where the connection broke. */
  answers: (Answer | undefined)[];
};

/** Opens the last page of the wizard and presses its button, as often as there are portals named. */
export async function submit(
  staff: Staff,
  { draft, answers }: Submission,
  portals: Portal[],
): Promise<void> {
  const [first] = portals;
  if (!first) throw new Error("There is no portal to press at.");
  const page = await openPage(staff, first, `/onboardings/${draft.id}/check`);
  const all = portals.map((portal) => staff.press(portal, page, "Send to Plaid"));
  for (const pressed of await Promise.allSettled(all)) {
    answers.push(pressed.status === "fulfilled" ? pressed.value : undefined);
  }
}

/** For the call that creates this draft alone. */
export async function addFault(
  { emulator }: World,
  { draft }: Submission,
  fault: Omit<Fault, "endpoint" | "containing">,
): Promise<void> {
  await emulator.addFault({ ...fault, endpoint: CREATE, containing: draft.companyName });
}

type Create = { path: string; duration_ms: number | null; body: { company_name?: string } };

/** The calls of create that Plaid has seen, by the name of the company. */
export async function createsByName({ emulator }: World): Promise<Map<string, Create[]>> {
  const creates = new Map<string, Create[]>();
  for (const request of await emulator.requests<Create[]>()) {
    const { path, body } = request;
    if (path !== CREATE || !body.company_name) continue;
    creates.set(body.company_name, [...(creates.get(body.company_name) ?? []), request]);
  }
  return creates;
}
