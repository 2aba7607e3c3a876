import { useLocale, useTranslations } from "next-intl";
import { NewTabLink } from "@/components/ui/text-link";
import type { SaveState } from "./autosave";
import { clock } from "./describe-change";

const safe: SaveState["kind"][] = ["idle", "saving", "saved"];

export function isSafe({ kind }: SaveState): boolean {
  return safe.includes(kind);
}

/** How safe what was typed is; in colour where it is not. */
export function SaveStateLine({
  state,
  news,
  guest,
}: {
  state: SaveState;
  news: string;
  guest?: { href: string } | undefined;
}) {
  const t = useTranslations("steps.saving");
  const inWords = useSaveStateWords();
  return (
    <div className="flex min-h-6 flex-wrap gap-x-4 text-muted text-sm lg:-mt-4">
      <p id="save-state" className={isSafe(state) ? undefined : "font-medium text-you"}>
        <noscript>{t("withoutScript")}</noscript>
        <span className="noscript:hidden">{inWords(state)}</span>
        {state.kind === "signed_out" && (
          <>
            {" "}
            <NewTabLink href={guest?.href ?? "/sign-in"} note={t("newTab")}>
              {t(guest ? "openLink" : "signIn")}
            </NewTabLink>
          </>
        )}
      </p>
      {news !== "" && <p>{news}</p>}
    </div>
  );
}

export function useSaveStateWords() {
  const t = useTranslations("steps.saving");
  const language = useLocale();
  return (state: SaveState): string =>
    state.kind === "saved" ? t("saved", { time: clock(state.at, language) }) : t(state.kind);
}
