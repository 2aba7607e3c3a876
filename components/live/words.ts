import type { Translate } from "@/lib/languages/model";

/** Where a count is known only in the browser, it is put in the place of `{count}`. */
export type LiveWords = {
  /** Said instead of many changes at once. */
  changes: string;
  /** On the button that shows what waits. */
  updates: Forms;
  /** Said of what waits. */
  notShown: Forms;
};
type Forms = { one: string; other: string };

export function liveWords(t: Translate<"live">): LiveWords {
  const count = "{count}";
  return {
    changes: t("changes", { count }),
    updates: { one: t("updates.one"), other: t("updates.other", { count }) },
    notShown: { one: t("notShown.one"), other: t("notShown.other", { count }) },
  };
}
