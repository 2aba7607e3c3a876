import type { Metadata } from "next";
import { revealSecretAction } from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { ClientIdCard } from "@/components/customers/client-id-card";
import { SecretCard } from "@/components/customers/secret-card";
import { whoMay } from "@/components/customers/who-may";
import { nameOf } from "@/components/customers/words";
import { EmptyState } from "@/components/ui/empty-state";
import { may, type StaffActor } from "@/lib/auth/model";
import type { SecretKind } from "@/lib/customers/model";
import { listSecrets } from "@/lib/customers/queries";

type Props = PageProps<"/customers/[id]/keys">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Keys – ${nameOf(customer)}` };
}

export default async function KeysPage({ params }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id, clientId } = customer;
  if (!clientId) {
    return (
      <EmptyState title="Plaid has given no keys yet">
        <p>They come with Plaid's answer when the customer is sent.</p>
      </EmptyState>
    );
  }

  const secrets = await listSecrets(staff, id);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <ClientIdCard clientId={clientId} />
      {secrets.map((view) => (
        <SecretCard
          key={view.kind}
          title={titles[view.kind]}
          limited={view.kind === "production" && customer.enabledAt === null}
          company={nameOf(customer)}
          view={view}
          keysPath={`/customers/${id}/keys`}
          reveal={revealSecretAction.bind(null, id, view.kind)}
          whoElse={whoElse(staff, view.kind)}
        />
      ))}
    </div>
  );
}

const titles: Record<SecretKind, string> = {
  sandbox: "Sandbox secret",
  production: "Production secret",
};

function whoElse(staff: StaffActor, kind: SecretKind): string | null {
  const action = `secret.reveal.${kind}` as const;
  return may(staff, action) ? null : whoMay(action, `reveal the ${titles[kind]}`);
}
