import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { explainRefusal } from "@/lib/refusals/model";
import { TechnicalDetails } from "./technical-details";

export function RefusedPanel({
  id,
  problem,
  mayEdit,
}: {
  id: string;
  problem: PlaidProblem;
  mayEdit: boolean;
}) {
  const { what, next } = explainRefusal(problem);
  return (
    <Banner tone="blocked" title="Plaid refused the submission">
      <p>
        {what} {next}
      </p>
      <TechnicalDetails problem={problem} />
      {mayEdit && (
        <div>
          <ButtonLink variant="secondary" href={`/onboardings/${id}/check`}>
            Check the answers
          </ButtonLink>
        </div>
      )}
    </Banner>
  );
}
