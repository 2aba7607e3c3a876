import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { InvitationView } from "@/lib/invitations/model";
import { InvitationCard } from "./invitation-card";

/** The links of one customer: what became of each, and what can be done about it. */
export function InvitationPanel({
  invitations,
  actionsOf,
}: {
  invitations: InvitationView[];
  /** What this reader may do with a link that works. */
  actionsOf: (invitation: InvitationView) => ReactNode;
}) {
  const t = useTranslations("invitations.panel");
  const [open, revoked] = [false, true].map((wanted) =>
    invitations.filter(({ state }) => (state === "revoked") === wanted),
  );
  if (!open || !revoked || invitations.length === 0) return null;
  const cards = (some: InvitationView[]) => (
    <ul className="flex flex-col gap-4">
      {some.map((invitation) => (
        <li key={invitation.id}>
          <InvitationCard invitation={invitation} actionsOf={actionsOf} />
        </li>
      ))}
    </ul>
  );
  return (
    <div id="invitations">
      <Section title={t("title", { count: invitations.length })}>
        {open.length > 0 && cards(open)}
        {revoked.length > 0 && (
          <Disclosure summary={t("revoked", { count: revoked.length })}>
            {cards(revoked)}
          </Disclosure>
        )}
      </Section>
    </div>
  );
}
