import { useTranslations } from "next-intl";
import type { Difference } from "@/lib/attestation-texts/model";

/** Words that went and came, told by more than their colour. */
export function DifferenceText({ difference }: { difference: Difference }) {
  const t = useTranslations("settings.wording.difference");
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {difference.map(({ text, change }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text stay where they are
        if (change === "same") return <span key={place}>{text}</span>;
        const Mark = change === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text stay where they are
          <Mark key={place} className={looks[change]}>
            <span className="sr-only">{` ${t(change)} `}</span>
            {text}
            <span className="sr-only">
              {` ${t(change === "added" ? "endOfAdded" : "endOfRemoved")} `}
            </span>
          </Mark>
        );
      })}
    </p>
  );
}

const looks = {
  added: "rounded-control bg-done-tint font-medium underline underline-offset-4",
  removed: "rounded-control bg-blocked-tint line-through",
};
