import type { Call } from "./actions";

/** Every server action of a hand-over link, as somebody calls it who has only that. */
export const handoverAttacks: Record<string, (token: string) => Call> = {
  giveHandoverCodeAction: (token) =>
    call("giveHandoverCodeAction", token, [token, null], { code: "123456" }),
  showHandoverAction: (token) => call("showHandoverAction", token, [token, null], {}),
  confirmReceivedAction: (token) => call("confirmReceivedAction", token, [token], { stored: "on" }),
  sendHandoverCodeAction: (token) => call("sendHandoverCodeAction", token, [token, null], {}),
  resendHandoverCodeAction: (token) => call("resendHandoverCodeAction", token, [token, null], {}),
};

function call(action: string, token: string, args: unknown[], form: Record<string, string>): Call {
  return { action, at: `/handover/${token}`, args, form };
}
