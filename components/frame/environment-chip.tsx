export type PlaidEnvironment = "emulator" | "sandbox" | "production";

const chips: Record<PlaidEnvironment, { label: string; colour: string }> = {
  emulator: { label: "Emulator", colour: "bg-neutral-tint text-neutral" },
  sandbox: { label: "Sandbox", colour: "bg-plaid-tint text-plaid" },
  production: { label: "Production", colour: "bg-done-tint text-done" },
};

/** Which Plaid this portal talks to: what people do here counts only in Production. */
export function EnvironmentChip({ environment }: { environment: PlaidEnvironment }) {
  const { label, colour } = chips[environment];
  return (
    <span
      className={`rounded-badge border border-transparent px-2 py-0.5 text-badge font-medium ${colour}`}
    >
      <span className="sr-only">Plaid environment: </span>
      {label}
    </span>
  );
}
