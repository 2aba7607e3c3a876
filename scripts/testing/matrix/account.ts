import { createTranslator } from "use-intl/core";
import { endOtherSessions, endOwnSession, listOwnSessions } from "@/lib/auth/own-sessions";
import { textsOf } from "@/lib/languages/catalogues";
import { addPasskey, offerPasskey } from "@/lib/second-factor/add-passkey";
import {
  beginAuthenticator,
  confirmAuthenticator,
  getBegunAuthenticator,
} from "@/lib/second-factor/authenticator";
import { getFactors, getPersonToReset } from "@/lib/second-factor/queries";
import { makeRecoveryCodes } from "@/lib/second-factor/recovery-codes";
import { removeFactor, resetFactors } from "@/lib/second-factor/remove";
import { newPasskey } from "@/scripts/testing/passkey";
import { team } from "@/scripts/testing/who";
import type { Rows } from "./row";

const token = "of no session";
const t = createTranslator({ ...textsOf("en"), namespace: "auth.device" });
const response = newPasskey().create({ challenge: "AAAA" });

export const account: Rows = {
  addPasskey: {
    call: (actor) => addPasskey(actor, { token, response, name: "Laptop" }),
    may: team,
  },
  beginAuthenticator: { call: (actor) => beginAuthenticator(actor), may: team },
  confirmAuthenticator: {
    call: (actor) => confirmAuthenticator(actor, { token, typed: "123456", name: "Phone" }),
    may: team,
  },
  endOtherSessions: { call: (actor) => endOtherSessions(actor, "ses_nothing"), may: team },
  endOwnSession: { call: (actor) => endOwnSession(actor, "ses_nothing"), may: team },
  getBegunAuthenticator: { call: (actor) => getBegunAuthenticator(actor), may: team },
  getFactors: { call: (actor) => getFactors(actor), may: team },
  getPersonToReset: { call: (actor) => getPersonToReset(actor, "usr_nobody"), may: ["admin"] },
  listOwnSessions: { call: (actor) => listOwnSessions(actor, t), may: team },
  makeRecoveryCodes: { call: (actor) => makeRecoveryCodes(actor), may: team },
  offerPasskey: { call: (actor) => offerPasskey(actor, token), may: team },
  removeFactor: { call: (actor) => removeFactor(actor, "fac_nothing"), may: team },
  resetFactors: { call: (actor) => resetFactors(actor, "usr_nobody"), may: ["admin"] },
};
