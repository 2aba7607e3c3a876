import { useMemo } from "react";
import type { Language } from "@/lib/languages/model";
import { type Country, listCountries } from "@/lib/values/model";

/** @param field the name of the select. */
export function CountryOptions({ field, language = "en" }: { field: string; language?: Language }) {
  const countries = useMemo(
    () => countriesShown(field, language) ?? listCountries(language),
    [field, language],
  );
  return countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}

/**
 * What the page came with: a browser may spell a name otherwise, and setting up `Intl` would stop a
 * phone for a tenth of a second.
 */
function countriesShown(field: string, language: Language): Country[] | undefined {
  if (typeof document === "undefined" || document.documentElement.lang !== language) return;
  const [select] = document.getElementsByName(field);
  if (!(select instanceof HTMLSelectElement)) return;
  const named = Array.from(select.options, ({ value, text }) => ({ code: value, name: text }));
  return named.filter(({ code }) => code !== "");
}
