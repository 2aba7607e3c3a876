import { InvitationPanel } from "@/components/invitations/invitation-panel";
import { MailPreviewBlock } from "@/components/invitations/mail-preview";
import { Button } from "@/components/ui/button";
import type { InvitationView } from "@/lib/invitations/model";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

function invitation(changes: Partial<InvitationView>): InvitationView {
  return {
    id: `inv_${changes.state ?? "sent"}`,
    name: "Ana Ruiz",
    email: "ana@acme.com",
    steps: ["company", "contacts", "logo"],
    acceptsAddendum: false,
    state: "sent",
    delivery: { state: "sent", at: minutesAgo(3) },
    sentAt: minutesAgo(3),
    expiresAt: minutesAgo(-20_000),
    openedAt: minutesAgo(2),
    activeAt: minutesAgo(1),
    submittedAt: minutesAgo(1),
    revokedAt: minutesAgo(1),
    dueOn: null,
    link: "https://portal.example.com/apply/w8nHwNLhKmQxpNKo6jFJ7xXIlLzFJaSLzkqDbMnt-Qg",
    forwarded: [],
    ...changes,
  };
}

const refused = "550 5.1.1 <ana@acme.com>: the mailbox does not exist";

const all: InvitationView[] = [
  invitation({ id: "inv_queued", delivery: { state: "queued" }, dueOn: "2026-12-05" }),
  invitation({ id: "inv_refused", delivery: { state: "refused", at: "", refusal: refused } }),
  invitation({ id: "inv_off", delivery: { state: "not_configured" } }),
  invitation({ id: "inv_delayed", delivery: { state: "delayed" } }),
  invitation({ id: "inv_failed", delivery: { state: "failed" } }),
  invitation({ state: "opened", acceptsAddendum: true }),
  invitation({
    state: "active",
    name: LONG_NAME,
    email: `${LONG_NAME}@${LONG_NAME.slice(0, 60)}.example`,
    forwarded: [
      invitation({ id: "inv_child", name: LONG_NAME, email: "bo@acme.com", steps: ["logo"] }),
    ],
  }),
  invitation({ state: "submitted" }),
  invitation({ state: "expired", expiresAt: minutesAgo(3_000) }),
  invitation({ id: "inv_masked", name: "••••", email: "a•••@acme.com", link: null }),
  invitation({ state: "revoked", link: null }),
];

export function Invitations() {
  return (
    <Room title="Invitations">
      <Specimen of="InvitationPanel: every state of a link and of its mail">
        <div className="max-w-form">
          <InvitationPanel
            invitations={all}
            actionsOf={({ link }) => link && <Button variant="secondary">Resend</Button>}
          />
        </div>
      </Specimen>
      <Specimen of="MailPreviewBlock">
        <MailPreviewBlock
          preview={{
            to: `${LONG_NAME}@acme.com`,
            subject: LONG_NAME,
            text: `Hello\n\n${LONG_NAME}`,
          }}
        />
      </Specimen>
    </Room>
  );
}
