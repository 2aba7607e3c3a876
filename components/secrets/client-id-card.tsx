import { CopyButton } from "@/components/ui/copy-button";

export function ClientIdCard({ clientId }: { clientId: string }) {
  return (
    <section className="card flex flex-col gap-3">
      <h2>client_id</h2>
      <p>
        <code translate="no">{clientId}</code>
      </p>
      <p className="text-muted">Not a secret. It names the customer in every call to Plaid.</p>
      <div>
        <CopyButton text={clientId} label="Copy the client_id" variant="secondary" />
      </div>
    </section>
  );
}
