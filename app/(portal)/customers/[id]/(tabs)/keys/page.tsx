import type { Metadata } from "next";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { whoMay } from "@/components/customers/who-may";
import { nameOf } from "@/components/customers/words";
import { ClientIdCard } from "@/components/secrets/client-id-card";
import { PasteForm } from "@/components/secrets/paste-form";
import { SecretCard } from "@/components/secrets/secret-card";
import { StarterKit } from "@/components/secrets/starter-kit-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { may, type StaffActor } from "@/lib/auth/model";
import { type SecretKind, secretTitles } from "@/lib/secrets/model";
import { listSecrets } from "@/lib/secrets/queries";
import { confirmStoredAction, pasteSecretAction, revealSecretAction } from "./actions";
import { HandOver } from "./hand-over";

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
  const live = customer.enabledAt !== null;
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col gap-6">
        <ClientIdCard clientId={clientId} />
        {secrets.map((view) => (
          <SecretCard
            key={view.kind}
            limited={view.kind === "production" && !live}
            company={nameOf(customer)}
            clientId={clientId}
            view={view}
            reveal={revealSecretAction.bind(null, id, view.kind)}
            store={confirmStoredAction.bind(null, id, view.kind)}
            whoElse={whoElse(staff, view.kind)}
            paste={
              <PasteForm kind={view.kind} paste={pasteSecretAction.bind(null, id, view.kind)} />
            }
          />
        ))}
        <StarterKit clientId={clientId} kind={live ? "production" : "sandbox"} />
      </div>
      <HandOver staff={staff} customerId={id} secrets={secrets} />
    </div>
  );
}

function whoElse(staff: StaffActor, kind: SecretKind): string | null {
  const action = `secret.reveal.${kind}` as const;
  return may(staff, action) ? null : whoMay(action, `reveal the ${secretTitles[kind]}`);
}
