import { languageNames, languages } from "@/lib/languages/model";

/** Each language by its own name. */
export function LanguageOptions() {
  return languages.map((language) => (
    <option key={language} value={language} lang={language}>
      {languageNames[language]}
    </option>
  ));
}
