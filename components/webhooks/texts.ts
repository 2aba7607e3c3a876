import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { Tone } from "@/lib/statuses/model";
import type {
  RejectionCode,
  ReplayError,
  SignatureFacts,
  Verdict,
  VerificationStep,
  WebhookRow,
} from "@/lib/webhooks/model";

export const verdictLabels: Record<Verdict, string> = {
  verified: "Verified",
  rejected: "Rejected",
  duplicate: "Duplicate",
  stale: "Older than known",
  failed: "Failed",
  orphan: "Orphan",
  unhandled: "Unhandled",
  waiting: "Waiting",
};

export const verdictTones: Record<WebhookRow["verdict"], Tone> = {
  verified: "done",
  rejected: "blocked",
  stale: "neutral",
  failed: "you",
  orphan: "you",
  unhandled: "neutral",
  waiting: "plaid",
};

/** What became of a genuine delivery, in a sentence or two. */
export const verdictTexts: Record<Exclude<WebhookRow["verdict"], "rejected">, string> = {
  verified: "Plaid signed it, and the banks were brought up to date.",
  stale:
    "Plaid signed it, but it is older than what we know. It was recorded, and nothing changed.",
  failed:
    "Plaid signed it, but it could not be worked on. Replay it once the cause below is settled.",
  orphan:
    "Plaid signed it, but its client_id is not one of your customers. Adopt the customer and it is worked on by itself.",
  unhandled: "Plaid signed it, but it is of a kind this portal does nothing with.",
  waiting: "Plaid signed it. It is stored and will be worked on in a moment.",
};

export const causeLabels: Record<RejectionCode, string> = {
  header_missing: "No signature",
  header_malformed: "Signature cannot be read",
  wrong_algorithm: "Wrong algorithm",
  unknown_key: "Unknown key",
  key_unavailable: "Key could not be fetched",
  expired_key: "Expired key",
  bad_signature: "Not signed by Plaid",
  too_old: "Signature out of time",
  body_changed: "Body changed on the way",
};

type Explained = { cause: string; fix: string };

/** Why a request was rejected, and what to do about it. */
export function explainCause(code: RejectionCode, facts: SignatureFacts): Explained {
  switch (code) {
    case "header_missing":
      return {
        cause: "A request to the webhook address had no Plaid signature. It was ignored.",
        fix: "Usually a scanner or a test from a browser: nothing needs to be done. If Plaid’s own webhooks arrive like this, a proxy removes the header Plaid-Verification. Let it through.",
      };
    case "header_malformed":
      return {
        cause: "The header Plaid-Verification holds no signed token. The request was ignored.",
        fix: "Usually somebody trying things out. If Plaid’s own webhooks arrive like this, a proxy cuts or rewrites the header. Let it through untouched.",
      };
    case "wrong_algorithm":
      return {
        cause: `Signed with ${facts.algorithm ?? "another algorithm"}; Plaid uses ES256. Treated as hostile.`,
        fix: "Nothing needs to be done: it changed nothing.",
      };
    case "unknown_key":
      return {
        cause: "The signing key is not known to Plaid’s key endpoint.",
        fix: "If this goes on, check that the environment is Production, not Sandbox.",
      };
    case "key_unavailable":
      return {
        cause: "Plaid’s key endpoint did not answer, so the signature could not be checked.",
        fix: "Plaid was asked to deliver it again. If this goes on, look at the request log for /webhook_verification_key/get.",
      };
    case "expired_key":
      return {
        cause: "Plaid says that the signing key has expired.",
        fix: "Plaid signs with a newer key by now. If this goes on, check that the environment is Production, not Sandbox.",
      };
    case "bad_signature":
      return {
        cause: "The token names a key of Plaid’s but was not signed with it. Treated as hostile.",
        fix: "Nothing needs to be done: it changed nothing.",
      };
    case "too_old":
      return outOfTime(facts);
    case "body_changed":
      return {
        cause: "Plaid’s signature is genuine but the body changed on the way.",
        fix: "A proxy is re-formatting JSON. Forward the body untouched.",
      };
  }
}

/** Plaid signs when it sends, so what a signature is out by is what a clock is out by. */
function outOfTime({ signedAt, receivedAt }: SignatureFacts): Explained {
  const ageS = signedAt ? (Date.parse(receivedAt) - Date.parse(signedAt)) / 1_000 : null;
  const fix =
    "Set up time sync on this server. If its clock is right, something in between held the webhook up: Plaid delivers it again with a new signature.";
  if (ageS === null) return { cause: "The signature is not of the last five minutes.", fix };
  const off = formatSeconds(Math.abs(ageS));
  return ageS < 0
    ? {
        cause: `The signature is from ${off} after it came. This server’s clock is ${off} behind.`,
        fix,
      }
    : { cause: `The signature is ${off} old. This server’s clock is ${off} ahead.`, fix };
}

/** `13 min 40 s`, `4 h 2 min`, `12 days` */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** How long until a delivery was done: `0.4 s`, `12 s`, `3 min`. */
export function formatDone(ms: number): string {
  return ms < 10_000 ? `${(Math.max(ms, 0) / 1_000).toFixed(1)} s` : formatSeconds(ms / 1_000);
}

export const stepTexts: Record<VerificationStep, string> = {
  header: "A signature came with it",
  token: "The signature can be read",
  algorithm: "It names the algorithm Plaid uses, ES256",
  key: "Plaid knows the key",
  expiry: "The key has not expired",
  signature: "The signature was made with that key",
  age: "It was signed within the last five minutes",
  body: "The body is the one that was signed",
};

export function explainReplay(error: ReplayError): Explanation {
  switch (error.code) {
    case "not_found":
      return {
        title: "This webhook is not here any more",
        text: "Webhooks are kept for a year. Go back to the log.",
      };
    case "not_replayable":
      return {
        title: "This webhook cannot be replayed",
        text: "It is of a kind this portal does nothing with, so there is nothing to do again.",
      };
    case "customer_unknown":
      return {
        title: "It would wait for its customer again",
        text: "Its client_id is not one of your customers. Adopt the customer first: the webhook is then worked on by itself.",
      };
    case "nothing":
      return {
        title: "There is nothing to replay",
        text: "No webhook has failed or lacks its customer since then.",
      };
    case "sign_in_again":
      return signInAgain("Nothing was replayed", "Confirm to replay");
    case "refused":
      return {
        title: "Plaid could not be asked",
        text: "Nothing was changed. Try again in a minute.",
        problem: error.problem,
      };
  }
}
