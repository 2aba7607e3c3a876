import type { Route } from "next";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { OnboardingView } from "@/lib/drafts/model";
import type { ApprovalView } from "@/lib/reviews/model";
import { describeStatus, isOurs } from "@/lib/statuses/model";
import { type HandInAction, HandInForm } from "./hand-in-form";

const NAMES_SHOWN = 3;

type Facts = {
  view: Pick<OnboardingView, "id" | "status">;
  /** Null where one person is enough. */
  approval: ApprovalView | null;
  handIn: HandInAction;
};

/** What has to happen before this reader may send it; nothing when they may. */
export function insteadOf({ view: { id, status }, approval, handIn }: Facts): ReactNode {
  if (status === "IN_REVIEW") {
    return (
      <Banner tone="you" title="These answers wait for review">
        <p>They can be sent once they are approved.</p>
        <p>
          <TextLink tone="inherit" href={`/review/${id}` as Route}>
            Open the review
          </TextLink>
        </p>
      </Banner>
    );
  }
  if (!isOurs(status)) {
    const { label, line } = describeStatus(status);
    return (
      <Banner tone="customer" title={label}>
        <p>{line}. It can be sent when it is with your team again.</p>
      </Banner>
    );
  }
  if (!approval || (approval.approved && !approval.approved.yours)) return undefined;
  return approval.approved ? (
    <Banner tone="you" title="Somebody else has to send it">
      <p>You approved these answers, and your team wants two people. {able(approval, "send it")}</p>
    </Banner>
  ) : (
    <>
      <Banner tone="you" title="Somebody else has to approve these answers first">
        <p>Your team wants two people for what is sent. {able(approval, "approve them")}</p>
      </Banner>
      <HandInForm handIn={handIn} />
    </>
  );
}

/** "Mira Chen, Bo Li or 4 others can approve them." */
function able({ others }: ApprovalView, deed: string): string {
  if (others.length === 0) {
    return "Nobody else in your team may do that yet: ask an administrator to add somebody.";
  }
  const more = others.length - NAMES_SHOWN;
  const named = others.slice(0, more === 1 ? NAMES_SHOWN + 1 : NAMES_SHOWN);
  const names = more > 1 ? [...named, `${more} others`] : named;
  const list =
    names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  return `${list} can ${deed}.`;
}

export function ApprovedBy({
  approved: { by, at, yours },
}: {
  approved: NonNullable<ApprovalView["approved"]>;
}) {
  return (
    <p>
      Approved by {yours ? "you" : by}, <Time at={at} />.
    </p>
  );
}
