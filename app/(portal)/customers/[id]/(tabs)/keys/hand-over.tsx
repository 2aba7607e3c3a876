import { SignInAgain } from "@/components/customers/sign-in-again";
import { HandoverForm } from "@/components/handovers/handover-form";
import { HandoverList } from "@/components/handovers/handover-list";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import { FRESH_MINUTES, may, type StaffActor } from "@/lib/auth/model";
import { getSentDetails } from "@/lib/customers/details";
import { listHandovers } from "@/lib/handovers/list";
import type { SecretView } from "@/lib/secrets/model";
import { createHandoverAction, revokeHandoverAction } from "./actions";

type Props = { staff: StaffActor; customerId: string; secrets: SecretView[] };

/** Links by which secrets go to the customer: the form for another one, and those that were made. */
export async function HandOver({ staff, customerId, secrets }: Props) {
  const held = secrets
    .filter(({ kind, state }) => state === "held" && may(staff, `secret.reveal.${kind}`))
    .map(({ kind }) => kind);
  const handovers = await listHandovers(staff, customerId);
  if (held.length === 0 && handovers.length === 0) return null;
  const { answers } = await getSentDetails(staff, customerId);
  const { givenName, familyName, email } = answers.contacts.technical;
  const name = `${givenName} ${familyName}`.trim();
  const { ok: isFresh } = await requireFreshSignIn(staff);
  return (
    <Section title="Hand over to the customer">
      {held.length > 0 && !isFresh && <ConfirmFirst />}
      {held.length > 0 && isFresh && (
        <HandoverForm
          // Another form once what it can hand over is different.
          key={held.join()}
          kinds={held}
          initial={{ name, email, language: "en", kinds: held }}
          create={createHandoverAction.bind(null, customerId)}
        />
      )}
      <HandoverList
        handovers={handovers}
        revokeOf={({ id, email: recipient }) =>
          may(staff, "handover.revoke") && (
            <form action={revokeHandoverAction.bind(null, customerId, id)}>
              <Button variant="secondary">
                Revoke link<span className="sr-only"> of {recipient}</span>
              </Button>
            </form>
          )
        }
      />
    </Section>
  );
}

/** Before anything is typed: what stands in a form is lost on the way to prove who one is. */
function ConfirmFirst() {
  return (
    <div className="flex flex-col items-start gap-3">
      <p>Handing over takes a second factor of the last {FRESH_MINUTES} minutes.</p>
      <SignInAgain label="Confirm to hand over" />
    </div>
  );
}
