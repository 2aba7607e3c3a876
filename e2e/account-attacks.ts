import type { Call } from "./actions";

/** Somebody whose account is attacked: what they have, and who they are. */
export type Victim = { userId: string; factorId: string; sessionId: string };

const at = "/account/security";
const passkey = { id: "AAAA", rawId: "AAAA", type: "public-key", clientExtensionResults: {} };
const made = { ...passkey, response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } };

/** Calls as the account's own pages make them, about what is somebody else's where that can be said. */
export const accountAttacks: Record<string, (victim: Victim) => Call> = {
  beginAuthenticatorAction: () => ({ action: "beginAuthenticatorAction", at, args: [""] }),
  confirmAuthenticatorAction: () => ({
    ...{ action: "confirmAuthenticatorAction", at: `${at}/authenticator` },
    ...{ args: ["", null], form: { code: "123456", name: "Taken over" } },
  }),
  offerPasskeyAction: () => ({ action: "offerPasskeyAction", at: `${at}/passkey`, args: [""] }),
  addPasskeyAction: () => ({
    ...{ action: "addPasskeyAction", at: `${at}/passkey`, args: ["", made, "Taken over"] },
  }),
  makeRecoveryCodesAction: () => ({
    ...{ action: "makeRecoveryCodesAction", at: `${at}/recovery-codes`, args: ["", null] },
    form: {},
  }),
  removeFactorAction: ({ factorId }) => ({
    ...{ action: "removeFactorAction", at, args: [factorId, null], form: {} },
  }),
  endSessionAction: ({ sessionId }) => ({
    ...{ action: "endSessionAction", at, args: [sessionId], form: {} },
  }),
  endOtherSessionsAction: () => ({ action: "endOtherSessionsAction", at, args: [], form: {} }),
  resetFactorsAction: ({ userId }) => ({
    ...{ action: "resetFactorsAction", at: `/admin/team/${userId}/reset-factors` },
    ...{ args: [userId, null], form: {} },
  }),
};

/** These take a session that waits for its second factor; second-factor.spec.ts gives them wrong ones. */
export const whileWaiting = [
  "askPasskeyAction",
  "giveFactorCodeAction",
  "givePasskeyAction",
  "giveRecoveryCodeAction",
];
