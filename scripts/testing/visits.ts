import { randomInt, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { applicantDevices, invitations, mails } from "@/db/schema";
import { deviceCode } from "@/lib/applicants/code";
import { confirmDevice } from "@/lib/applicants/confirm-device";
import { resendCode, startVisit } from "@/lib/applicants/start";
import { cookieHash, readVisit } from "@/lib/applicants/visits";
import type { Origin } from "@/lib/auth/model";
import { invitationUrl } from "@/lib/invitations/link";
import { staff } from "./actors";
import { invited } from "./invitations";

/** The token in the mailed address, as the invitation stands now. */
export async function tokenOf(invitationId: string): Promise<string> {
  const [invitation] = await db
    .select({ id: invitations.id, version: invitations.version })
    .from(invitations)
    .where(eq(invitations.id, invitationId));
  if (!invitation) throw new Error(`There is no invitation ${invitationId}`);
  return new URL(invitationUrl(invitation)).pathname.split("/").at(-1) ?? "";
}

/** A browser at a link: it keeps its cookie as a browser does. */
export function openBrowser(token: string, origin: Origin) {
  let cookie = "";
  const presented = () => ({ token, cookie });
  return {
    cookie: () => cookie,
    /** Another browser that brings the same cookie. */
    setCookie: (copied: string) => {
      cookie = copied;
    },
    visit: () => readVisit(presented(), origin),
    at: async () => (await readVisit(presented(), origin)).at,
    start: async () => {
      const started = await startVisit(presented(), origin);
      if (started.ok && started.value.cookie) cookie = started.value.cookie;
      return started;
    },
    resend: () => resendCode(presented()),
    give: async (typed: string) => {
      const given = await confirmDevice({ ...presented(), typed }, origin);
      if (given.ok) cookie = given.value.cookie;
      return given;
    },
    /** As the mail tells it. */
    code: async () => deviceCode(await deviceOf(cookie)),
  };
}

export async function deviceOf(cookie: string): Promise<{ id: string; serial: number }> {
  const [device] = await db
    .select({ id: applicantDevices.id, serial: applicantDevices.codeSerial })
    .from(applicantDevices)
    .where(eq(applicantDevices.tokenHash, cookieHash(cookie)));
  if (!device) throw new Error("No device has this cookie");
  return device;
}

export const newIp = () => `198.51.100.${randomInt(1, 255)}:${randomUUID()}`;

/** A link, and browsers that open it, each from a network of its own. */
export async function link() {
  const { applicant } = await invited(await staff("onboarder"));
  const token = await tokenOf(applicant.invitationId);
  const browser = () => openBrowser(token, { ip: newIp(), userAgent: "phone" });
  return { token, browser, ...applicant };
}

export function codesMailed(invitationId: string) {
  return db.$count(
    mails,
    and(eq(mails.invitationId, invitationId), eq(mails.template, "device-code")),
  );
}
