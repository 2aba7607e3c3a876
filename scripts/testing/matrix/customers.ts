import { findActivity, listActivity } from "@/lib/activity/queries";
import { adoptFromPlaid, findAtPlaid } from "@/lib/adoption/adopt";
import { checkCustomer } from "@/lib/customers/check";
import { countCustomers } from "@/lib/customers/counts";
import { getSentDetails } from "@/lib/customers/details";
import { enableCustomer } from "@/lib/customers/enable";
import { getEnabling, withdrawEnable } from "@/lib/customers/enabling";
import { exportCustomers } from "@/lib/customers/export";
import { getFacts } from "@/lib/customers/facts";
import { findCustomers } from "@/lib/customers/find";
import { idsMatching, listCustomers } from "@/lib/customers/list";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { getBank, getBanksStrip, listBanks } from "@/lib/institutions/portfolio";
import { getRegistration } from "@/lib/institutions/queries";
import { listWaiting } from "@/lib/institutions/waiting";
import { chooseSingleKeys } from "@/lib/keyboard/choose";
import { getLaunch } from "@/lib/launch/queries";
import { tickLaunch, untickLaunch } from "@/lib/launch/tick";
import { changeWishes, getWishes } from "@/lib/notifications/wishes";
import { getOverview } from "@/lib/overview/queries";
import { everything } from "@/lib/portfolio/model";
import { getFilterOptions } from "@/lib/portfolio/options";
import { getChangeDraft, recordChange } from "@/lib/recorded-changes/record";
import { editors, team } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const customers: Rows = {
  adoptFromPlaid: { call: (actor) => adoptFromPlaid(actor, "x"), may: ["admin"] },
  changeWishes: {
    call: (actor) => changeWishes(actor, { turn: true, digest: false }),
    may: team,
  },
  checkCustomer: { call: (actor, { id }) => checkCustomer(actor, id), may: editors },
  chooseSingleKeys: { call: (actor) => chooseSingleKeys(actor, false), may: team },
  countCustomers: { call: (actor) => countCustomers(actor), may: team },
  enableCustomer: { call: (actor, { id }) => enableCustomer(actor, id), may: editors },
  exportCustomers: {
    call: (actor) => exportCustomers(actor, everything, { bom: false }),
    may: editors,
  },
  findActivity: { call: (actor, { id }) => findActivity(actor, id, "1"), may: team },
  findAtPlaid: { call: (actor) => findAtPlaid(actor, "x"), may: ["admin"] },
  findCustomers: { call: (actor) => findCustomers(actor, "harbor"), may: team },
  getBank: { call: (actor) => getBank(actor, "ins_56"), may: team },
  getBanksStrip: { call: (actor) => getBanksStrip(actor), may: team },
  getChangeDraft: {
    call: (actor, { id }) => getChangeDraft(actor, { customerId: id, item: "website" }),
    may: editors,
  },
  getCustomer: { call: (actor, { id }) => getCustomer(actor, id), may: team },
  getEnabling: { call: (actor, { id }) => getEnabling(actor, id), may: team },
  getFacts: { call: (actor, { id }) => getFacts(actor, id), may: team },
  getFilterOptions: { call: (actor) => getFilterOptions(actor), may: team },
  getLaunch: { call: (actor, { id }) => getLaunch(actor, id), may: team },
  getOverview: { call: (actor) => getOverview(actor), may: team },
  getRegistration: { call: (actor, { id }) => getRegistration(actor, id), may: team },
  getSentDetails: { call: (actor, { id }) => getSentDetails(actor, id), may: team },
  getWishes: { call: (actor) => getWishes(actor), may: team },
  idsMatching: { call: (actor) => idsMatching(actor, everything, 1), may: team },
  listActivity: { call: (actor, { id }) => listActivity(actor, id), may: team },
  listBanks: { call: (actor) => listBanks(actor, { search: "", page: 1 }), may: team },
  listCustomers: { call: (actor) => listCustomers(actor, everything), may: team },
  listWaiting: {
    call: (actor) =>
      listWaiting(actor, {
        ...{ institutionId: "ins_56", status: "PROCESSING", stuckDays: null, after: null },
      }),
    may: team,
  },
  recordChange: {
    call: (actor, { id }) => recordChange(actor, { customerId: id, item: "website", typed: {} }),
    may: editors,
  },
  removeCustomer: { call: (actor, { id }) => removeCustomer(actor, id), may: ["admin"] },
  tickLaunch: {
    call: (actor, { id }) => tickLaunch(actor, { customerId: id, item: "dtm", note: "", link: "" }),
    may: editors,
  },
  untickLaunch: {
    call: (actor, { id }) => untickLaunch(actor, { customerId: id, item: "dtm" }),
    may: editors,
  },
  withdrawEnable: { call: (actor, { id }) => withdrawEnable(actor, id), may: editors },
};
