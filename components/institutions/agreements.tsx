import { Section } from "@/components/ui/section";
import { describeAgreement, type RegistrationView } from "@/lib/institutions/model";

/** The two papers banks wait for. */
export function Agreements({
  registration: { flowdownStatus, questionnaireStatus },
}: {
  registration: RegistrationView;
}) {
  return (
    <Section title="Agreements">
      <dl className="grid gap-4 sm:grid-cols-2">
        <div className="card">
          <dt className="font-medium">Addendum (flowdown)</dt>
          <dd>
            <p>{stateOf(flowdownStatus)}</p>
            <p className="text-muted text-sm">
              Your contract with Plaid passed on to this customer.
              {open(flowdownStatus) && " Banks stay closed until it is complete."}
            </p>
          </dd>
        </div>
        <div className="card">
          <dt className="font-medium">Security questionnaire</dt>
          <dd>
            <p>{stateOf(questionnaireStatus)}</p>
            {open(questionnaireStatus) && (
              <p className="text-muted text-sm">
                Chase and PNC stay closed until the security questionnaire is complete.
              </p>
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function open(status: string | null): boolean {
  return status !== null && status !== "COMPLETE";
}

function stateOf(status: string | null): string {
  return status === null ? "Not known yet" : describeAgreement(status);
}
