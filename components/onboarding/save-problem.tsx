import { NewTabLink } from "@/components/ui/text-link";
import type { StepState } from "@/lib/drafts/model";
import type { Guest } from "./guest";

/** Why nothing was saved, and what to do about it. What was typed is still in the form. */
export function SaveProblem({
  problem,
  guest,
}: {
  problem: NonNullable<StepState<unknown>["problem"]>;
  guest?: Guest | undefined;
}) {
  switch (problem.code) {
    case "not_found":
      return (
        <p>
          {guest
            ? `${guest.partner} ended this link, so nothing was saved.`
            : "This end customer no longer exists, so nothing was saved."}
        </p>
      );
    case "already_sent":
      return (
        <p>
          These answers were {guest ? "submitted" : "sent to Plaid"} meanwhile, so they can no
          longer be changed here. What you typed was not saved.
        </p>
      );
    case "signed_out":
      return guest ? <SessionEnded guest={guest} /> : <SignedOut />;
    case "offline":
      return (
        <p>
          You are offline, so nothing was sent. What you typed is kept on this device: choose
          Continue again once you are back.
        </p>
      );
    case "outdated":
      return (
        <p>
          This page is from before an update. Reload it; your draft is saved, and what you typed
          last is saved as soon as you stop typing.
        </p>
      );
  }
}

function SessionEnded({ guest: { href } }: { guest: Guest }) {
  return (
    <p>
      Your session ended, so nothing was saved yet. What you typed is still below:{" "}
      <NewTabLink href={href}>open your link</NewTabLink> and choose Start, then choose Continue
      here.
    </p>
  );
}

function SignedOut() {
  return (
    <p>
      You were signed out, so nothing was saved yet. What you typed is still below:{" "}
      <NewTabLink href="/sign-in">sign in</NewTabLink>, then choose Continue here.
    </p>
  );
}
