import type { Metadata } from "next";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { roleLabels } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { name, email, role } = await requireStaff("account.secure");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Account</h1>
      <SummaryList
        items={[
          { term: "Name", value: name },
          { term: "Email address", value: <span className="wrap-anywhere">{email}</span> },
          { term: "Role", value: roleLabels[role] },
        ]}
      />
      <p className="text-muted text-sm">An admin of your team can change these.</p>
      <ul className="flex flex-col gap-2">
        <li>
          <TextLink href="/account/security">Second factors and sessions</TextLink>
        </li>
        <li>
          <TextLink href="/notifications">Notifications</TextLink>
        </li>
        <li>
          <TextLink href="/keyboard">Keyboard shortcuts</TextLink>
        </li>
      </ul>
    </div>
  );
}
