import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { WordingView } from "@/lib/attestation-texts/model";
import { DifferenceText } from "./difference";

/** Every version there was, the one in force first. */
export function WordingVersions({ versions }: Pick<WordingView, "versions">) {
  return (
    <Section title="Published versions">
      <ol className="flex flex-col gap-4">
        {versions.map((wording, place) => (
          <li key={wording.version} className="card flex flex-col gap-3">
            <h3 className="font-semibold">
              Version {wording.version}
              {place === 0 && " – in force"}
            </h3>
            <p className="text-muted text-sm">
              In force since <Time at={wording.publishedAt} />,{" "}
              {wording.publishedBy
                ? `published by ${wording.publishedBy}`
                : "came with the product"}
            </p>
            <p className="font-medium">{wording.title}</p>
            {wording.difference ? (
              <DifferenceText difference={wording.difference} />
            ) : (
              <p className="wrap-anywhere">{wording.body}</p>
            )}
            <p className="wrap-anywhere text-muted text-sm">
              SHA-256 of the text <code translate="no">{wording.sha256}</code>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
