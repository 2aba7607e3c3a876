import { formatCount } from "@/components/ui/counts";
import {
  type CreateDraftsError,
  type Delimiter,
  type FixError,
  importField,
  type MapError,
  type UploadError,
} from "@/lib/imports/model";
import type { Translate } from "@/lib/languages/model";

/** What the catalogue's texts know a delimiter by. */
export const delimiterNames: Record<Delimiter, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** At the file's field. */
export function explainUpload(error: UploadError, t: Translate<"imports.file">): string {
  switch (error.code) {
    case "too_many_columns":
    case "too_many_rows":
      return t(`errors.${error.code}`, { max: formatCount(error.max) });
    case "unreadable":
      return t(`errors.${error.code}`, { line: error.line });
    default:
      return t(`errors.${error.code}`);
  }
}

export function explainMap(
  error: MapError,
  t: Translate<"imports.told">,
): { title: string; text: string } {
  switch (error.code) {
    case "no_company_name":
      return { title: t("no_company_name.title"), text: t("no_company_name.text") };
    case "twice": {
      const field = importField(error.field)?.label;
      const title = field ? t("twice.title", { field }) : t("twice.unnamed");
      return { title, text: t("twice.text") };
    }
    default:
      return explainGone(error, t);
  }
}

export function explainGone(
  { code }: FixError | CreateDraftsError,
  t: Translate<"imports.told">,
): { title: string; text: string } {
  return { title: t(`${code}.title`), text: t(`${code}.text`) };
}
