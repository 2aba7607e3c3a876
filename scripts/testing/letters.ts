import { type Language, languages } from "@/lib/languages/model";
import { deviceCodeLetter, signInLetter } from "@/lib/mail/letters/codes";
import type { Invitation } from "@/lib/mail/letters/customer";
import {
  handoverCodeLetter,
  handoverLetter,
  handoverReceiptLetter,
} from "@/lib/mail/letters/handover";
import {
  forwardedLetter,
  invitationLetter,
  newLinkLetter,
  reminderLetter,
} from "@/lib/mail/letters/invitation";
import type { Letter } from "@/lib/mail/letters/letter";
import {
  approvedLetter,
  changesRequestedLetter,
  receiptLetter,
  rejectedLetter,
} from "@/lib/mail/letters/review";
import { securityLetter } from "@/lib/mail/letters/security";
import {
  digestLetter,
  roleChangedLetter,
  teamInvitationLetter,
  yourTurnLetter,
} from "@/lib/mail/letters/staff";
import { type Notice, notices } from "@/lib/second-factor/model";
import { secretKinds } from "@/lib/secrets/model";

const portal = "https://portal.example.com";
const token = "x".repeat(43);

export const invitation: Invitation = {
  language: "en",
  name: "Ana Ruiz",
  email: "ana@acme.example",
  partner: "Nordwind Payments",
  company: "Acme Payroll",
  sender: "Mira Holm",
  steps: ["company", "contacts", "redirect-uris"],
  greeting: "",
  message: "Hello Ana,\nas discussed on the phone.\n\nMira",
  dueOn: "2026-12-05",
  expiresAt: new Date("2026-12-08T10:00:00Z"),
  url: `${portal}/apply/${token}`,
};

const stop = { href: `${portal}/unsubscribe/t`, post: `${portal}/api/unsubscribe/t` };
const review = { reviewer: "Jon Berg", reason: "We do not serve this business." };
const remarks = [
  { step: "company", path: "website", body: "The page does not open.\nIs it https?" },
  { step: "redirect-uris", path: "redirectUris.1", body: "Not one of yours" },
  { step: "contacts", path: "", body: "Are these people still with you?" },
] as const;
const submission = {
  submitter: "Ana Ruiz",
  reference: "ACME2345",
  at: new Date("2026-11-30T23:30:00Z"),
};

/** One of each letter to a customer. */
export function customerLetters(changes: Partial<Invitation> = {}): Record<string, Letter> {
  const about = { ...invitation, ...changes };
  return {
    invitation: invitationLetter(about),
    forwarded: forwardedLetter({ ...about, sender: "Luis Ortega" }),
    "new-link": newLinkLetter(about),
    reminder: reminderLetter(about, stop),
    "device-code": deviceCodeLetter(about, "042137"),
    handover: handoverLetter({ ...about, kinds: [...secretKinds] }),
    "handover-code": handoverCodeLetter({ ...about, kinds: ["production"] }, "042137"),
    "handover-receipt": handoverReceiptLetter(
      { ...about, kinds: ["production"] },
      new Date("2026-11-30T23:30:00Z"),
    ),
    "changes-requested": changesRequestedLetter(about, {
      ...review,
      reason: "Almost there.",
      remarks: [...remarks],
    }),
    approved: approvedLetter(about, review),
    rejected: rejectedLetter(about, review),
    receipt: receiptLetter(about, submission),
  };
}

/** One of each letter to the partner's people. */
export function staffLetters(company = "Acme Payroll"): Record<string, Letter> {
  return {
    "sign-in-link": signInLetter({
      email: "mira@nordwind.example",
      url: `${portal}/sign-in/confirm?token=${token}&email=mira%40nordwind.example`,
    }),
    ...Object.fromEntries(
      notices.map((notice) => [`security-notice (${notice})`, securityLetterOf(notice)]),
    ),
    "team-invitation": teamInvitationLetter({
      name: company,
      inviter: "Mira Holm",
      role: "onboarder",
      url: `${portal}/sign-in/confirm?token=${token}&email=ana%40nordwind.example`,
      endsAt: new Date("2026-12-08T10:00:00Z"),
    }),
    "role-changed": roleChangedLetter({
      name: company,
      by: "Mira Holm",
      role: "admin",
      href: `${portal}/admin/team/roles`,
    }),
    "your-turn": yourTurnLetter(
      {
        name: "Mira Holm",
        company,
        label: "Plaid refused the submission",
        meaning: "Fix what Plaid named, then send again",
        next: "Plaid already has an application with this name. Choose another",
        action: {
          label: "Change the application name",
          href: `${portal}/onboardings/cus_1/company#applicationName`,
        },
      },
      stop,
    ),
    digest: digestLetter(
      {
        name: "Mira Holm",
        yours: 12,
        first: [
          {
            company,
            label: "Ready for your review",
            line: "The customer has submitted its answers",
            href: `${portal}/review/cus_1`,
          },
          {
            company: "Beta Books",
            label: "Ready to enable",
            line: "Approved by Plaid. Enable when you go live",
            href: `${portal}/customers/cus_2`,
          },
        ],
        withCustomers: 5,
        withPlaid: 3,
        href: `${portal}/customers?turn=you`,
      },
      stop,
    ),
  };
}

function securityLetterOf(notice: Notice): Letter {
  const at = new Date("2026-11-30T23:30:00Z");
  const href = `${portal}/account/security`;
  return securityLetter({ name: "Mira Holm", email: "mira@nordwind.example", notice, at, href });
}

export function everyLetter(): [name: string, letter: Letter][] {
  const customers = languages.flatMap((language: Language) =>
    Object.entries(customerLetters({ language })).map(([name, letter]): [string, Letter] => [
      `${name} (${language})`,
      letter,
    ]),
  );
  return [...customers, ...Object.entries(staffLetters())];
}
