import type { Route } from "next";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { describeStatus } from "@/lib/statuses/model";

/** Whose turn it is while a draft is not ours alone; who was invited stands below it. */
export function TurnBanner({ view: { id, status, requirements } }: { view: OnboardingView }) {
  const { label } = describeStatus(status);
  const [first] = requirements;
  if (status === "IN_REVIEW") {
    return (
      <Banner tone="you" title={label}>
        {first && <p>{first.reason}.</p>}
        <p>
          <TextLink href={`/review/${id}` as Route} tone="inherit" className="font-medium">
            Review the answers
          </TextLink>
        </p>
      </Banner>
    );
  }
  return (
    <Banner tone="customer" title="The customer's turn">
      {first && status !== "INVITED" && (
        <p>
          {label}: {first.reason}.
        </p>
      )}
      <p>
        You can look at the answers and type here all the same. It is your turn again when the
        customer has submitted them.
      </p>
    </Banner>
  );
}
