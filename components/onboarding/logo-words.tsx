import type { ImageFacts } from "@/lib/images/model";
import type { LogoProblem } from "@/lib/logos/model";
import { isEnlarged, offerFor } from "./logo-offer";
import { amount, explainLogo, explainUpload } from "./logo-problem";
import type { Stage } from "./use-image-work";

/** All that is said about it, for the eye and the ear alike. */
export function LogoWords({ name, at, facts }: { name: string; at: Stage; facts: ImageFacts }) {
  return (
    <>
      <div>
        <h2 className="text-base">{name}</h2>
        <p className="text-muted text-sm">{factsInWords(facts)}</p>
      </div>
      {at.stage === "verdict" && <Verdict facts={facts} {...at} />}
      {at.stage === "failed" && (
        <p className={at.why === "cancelled" ? "" : "font-medium text-danger"}>
          {explainUpload(at.why)}
        </p>
      )}
    </>
  );
}

function Verdict({
  facts,
  problems,
  note,
}: {
  facts: ImageFacts;
  problems: LogoProblem[];
  note?: string;
}) {
  const offer = offerFor(facts, problems);
  return (
    <>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {problems.map((problem) => (
          <li key={problem.code}>
            {explainLogo(problem)}
            {problem.code === "wrong_size" && isEnlarged(facts)
              ? " – it will be enlarged and may look soft"
              : ""}
          </li>
        ))}
      </ul>
      {"advice" in offer && <p>{offer.advice}</p>}
      {note && <p className="font-medium text-danger">{note}</p>}
    </>
  );
}

function factsInWords(facts: ImageFacts): string {
  const { format, widthPx, heightPx, bytes, colour, bitDepth, interlaced } = facts;
  const size = widthPx && heightPx ? `${widthPx} × ${heightPx} pixels` : undefined;
  const kind = colour && `${colour}, ${bitDepth} bits${interlaced ? ", interlaced" : ""}`;
  return [format ?? "Unknown format", size, kind, amount(bytes)].filter(Boolean).join(", ");
}
