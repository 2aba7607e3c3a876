import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { SecretView } from "@/lib/secrets/model";

/** Points at secrets that wait to be handed over. */
export function KeysNote({ id, secrets }: { id: string; secrets: SecretView[] }) {
  const held = secrets.filter((secret) => secret.state === "held");
  if (held.length === 0) return null;
  return (
    <Banner tone="you" title={titleOf(held)}>
      <p>
        <TextLink tone="inherit" href={`/customers/${id}/keys`}>
          Go to the keys
        </TextLink>
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
