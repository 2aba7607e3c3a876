import { useTranslations } from "next-intl";
import type { ImageFacts } from "@/lib/images/model";
import type { Translate } from "@/lib/languages/model";
import type { LogoProblem } from "@/lib/logos/model";
import { isEnlarged, offerFor } from "./logo-offer";
import { amount, explainLogo } from "./logo-problem";
import type { Stage } from "./use-image-work";

/** All that is said about it, for the eye and the ear alike. */
export function LogoWords({ name, at, facts }: { name: string; at: Stage; facts: ImageFacts }) {
  const t = useTranslations("logo");
  return (
    <>
      <div>
        <h2 className="text-base">{name}</h2>
        <p className="text-muted text-sm">{factsInWords(facts, t)}</p>
      </div>
      {at.stage === "verdict" && <Verdict facts={facts} {...at} />}
      {at.stage === "failed" && (
        <p className={at.why === "cancelled" ? "" : "font-medium text-danger"}>
          {t(`failure.${at.why}`)}
        </p>
      )}
    </>
  );
}

function Verdict({
  facts,
  problems,
  unread,
}: {
  facts: ImageFacts;
  problems: LogoProblem[];
  unread?: boolean;
}) {
  const t = useTranslations("logo");
  const offer = offerFor(facts, problems);
  return (
    <>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {problems.map((problem) => (
          <li key={problem.code}>
            {problem.code === "wrong_size" && isEnlarged(facts)
              ? t("verdict.enlarged", { problem: explainLogo(problem, t) })
              : explainLogo(problem, t)}
          </li>
        ))}
      </ul>
      {"advice" in offer && <p>{t(`advice.${offer.advice}`)}</p>}
      {unread && <p className="font-medium text-danger">{t("studio.notRead")}</p>}
    </>
  );
}

function factsInWords(facts: ImageFacts, t: Translate<"logo">): string {
  const { format, widthPx, heightPx, bytes, colour, bitDepth, interlaced } = facts;
  const size =
    widthPx && heightPx && t("image.pixels", { width: String(widthPx), height: String(heightPx) });
  const kind = colour && t("image.kind", { colour, depth: String(bitDepth) });
  const known = [format ?? t("image.unknown"), size, kind, interlaced && t("image.interlaced")];
  return [...known, amount(bytes, t)].filter(Boolean).join(", ");
}
