import { createHandover } from "@/lib/handovers/create";
import { listHandovers } from "@/lib/handovers/list";
import { revokeHandover } from "@/lib/handovers/revoke";
import { pasteSecret } from "@/lib/secrets/paste";
import { listSecrets } from "@/lib/secrets/queries";
import { confirmStored, revealSecret } from "@/lib/secrets/reveal";
import { editors, team } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const keys: Rows = {
  confirmStored: {
    call: (actor, { id }) => confirmStored(actor, id, "production"),
    may: ["admin"],
  },
  createHandover: {
    call: (actor, { id }) =>
      createHandover(actor, {
        ...{ customerId: id, kinds: ["sandbox", "production"] },
        ...{ name: "Bo", email: "bo@b.test", language: "en" },
      }),
    may: ["admin"],
  },
  listHandovers: { call: (actor, { id }) => listHandovers(actor, id), may: team },
  listSecrets: { call: (actor, { id }) => listSecrets(actor, id), may: team },
  pasteSecret: {
    call: (actor, { id }) =>
      pasteSecret(actor, { customerId: id, kind: "production", typed: "x".repeat(30) }),
    may: ["admin"],
  },
  revealSecret: { call: (actor, { id }) => revealSecret(actor, id, "production"), may: ["admin"] },
  revokeHandover: {
    call: (actor, { id }) => revokeHandover(actor, { customerId: id, handoverId: "hov_nothing" }),
    may: editors,
  },
};
