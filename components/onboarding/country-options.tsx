import { useMemo } from "react";
import type { Language } from "@/lib/languages/model";
import { listCountries } from "@/lib/values/model";

/** A browser may spell a name in another way than the server: what the page came with stays. */
export function CountryOptions({ language = "en" }: { language?: Language }) {
  const countries = useMemo(() => listCountries(language), [language]);
  return countries.map(({ code, name }) => (
    <option key={code} value={code} suppressHydrationWarning>
      {name}
    </option>
  ));
}
