import { listCountries } from "@/lib/values/model";

const countries = listCountries();

/** A browser may spell a name in another way than the server: what the page came with stays. */
export function CountryOptions() {
  return countries.map(({ code, name }) => (
    <option key={code} value={code} suppressHydrationWarning>
      {name}
    </option>
  ));
}
