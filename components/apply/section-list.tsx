import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useFormats } from "@/components/languages/formats";
import { Link } from "@/components/ui/link";
import { toneColours } from "@/components/ui/tone";
import type { OwnSection } from "@/lib/applicants/model";
import type { NameKey } from "@/lib/fields/model";
import type { SectionState } from "@/lib/onboarding/model";

const looks: Record<SectionState, string> = {
  not_started: `badge ${toneColours.plaid}`,
  in_progress: `badge ${toneColours.you}`,
  completed: "",
  cannot_start: "text-muted",
  problem: `badge ${toneColours.blocked}`,
};

/** The sections of one invited person, in any order; the link's area is the whole row. */
export function SectionList({ at, sections }: { at: string; sections: OwnSection[] }) {
  const t = useTranslations("apply.sections");
  const fields = useTranslations("fields");
  const shorten = useShortList();
  return (
    <ul className="divide-y border-y">
      {sections.map(({ step, state, missing }) => (
        <li
          key={step}
          className="relative flex min-h-12 items-center justify-between gap-x-4 py-3 hover:bg-surface"
        >
          <div className="min-w-0">
            <Link
              href={`${at}/${step}` as Route}
              aria-describedby={`${step}-about ${step}-state`}
              className="inline-block min-h-target text-primary underline underline-offset-4 after:absolute after:inset-0"
            >
              {fields(`sections.${step}`)}
            </Link>
            <p id={`${step}-about`} className="text-muted text-sm">
              {missing.length > 0 && t("toDo", { names: shorten(missing) })}
              {missing.length === 0 && state === "not_started" && t("nothing")}
            </p>
          </div>
          <span id={`${step}-state`} className={`shrink-0 ${looks[state]}`}>
            {t(state)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const NAMED_MAX = 3;

function useShortList() {
  const t = useTranslations("apply.sections");
  const fields = useTranslations("fields");
  const { list } = useFormats();
  return (names: NameKey[]) => {
    const labels = names.map((name) => fields(name));
    const count = labels.length - NAMED_MAX;
    return list(count > 1 ? [...labels.slice(0, NAMED_MAX), t("more", { count })] : labels);
  };
}
