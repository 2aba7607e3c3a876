import type { Call } from "./actions";

type Link = { token: string; customerId: string; colleagueId: string };

/** Every server action that takes a link, as somebody calls it who has only that. */
export const linkAttacks: Record<string, (link: Link) => Call> = {
  startVisitAction: ({ token }) => call("startVisitAction", token, [token, null]),
  giveCodeAction: ({ token }) => call("giveCodeAction", token, [token, null], { code: "123456" }),
  resendCodeAction: ({ token }) => call("resendCodeAction", token, [token, null]),
  renewLinkAction: ({ token }) => call("renewLinkAction", token, [token, null]),
  saveSectionAction: ({ token }) =>
    call("saveSectionAction", token, [token, "company", null], {
      version: "0",
      companyName: "Taken over",
      legalEntityName: "Taken over",
    }),
  handInAction: ({ token }) =>
    call("handInAction", token, [token, null], { addendum: "on", addendumVersion: "1" }),
  forwardSectionsAction: ({ token }) =>
    call("forwardSectionsAction", token, [token, { values: {} }], {
      name: "Eve",
      email: "eve@evil.test",
      steps: "company",
    }),
  withdrawForwardAction: ({ token, colleagueId }) =>
    call("withdrawForwardAction", token, [token, colleagueId, null]),
  finishForwardedAction: ({ token }) => call("finishForwardedAction", token, [token, null]),
};

function call(action: string, token: string, args: unknown[], form = {}): Call {
  return { action, at: `/apply/${token}`, args, form };
}
