import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import type { SecretView } from "@/lib/customers/model";

/** Points at secrets that wait to be handed over. */
export function KeysNote({ id, secrets }: { id: string; secrets: SecretView[] }) {
  const held = secrets.filter((secret) => secret.state === "held");
  if (held.length === 0) return null;
  return (
    <Banner tone="you" title={titleOf(held)}>
      <p>
        <Link
          href={`/customers/${id}/keys`}
          className="inline-block py-1 underline underline-offset-4"
        >
          Go to the keys
        </Link>
      </p>
    </Banner>
  );
}

function titleOf(held: SecretView[]): string {
  if (held.length > 1) return "Sandbox and Production secrets are ready to hand over";
  return held[0]?.kind === "production"
    ? "Production secret is ready to hand over"
    : "Sandbox secret is ready to hand over";
}
