import "server-only";

/** By the code of their post, territories and military addresses included; several names of one stand behind "|". */
const unitedStates = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia|Washington DC",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
  AS: "American Samoa",
  GU: "Guam",
  MP: "Northern Mariana Islands",
  PR: "Puerto Rico",
  UM: "U.S. Minor Outlying Islands",
  VI: "U.S. Virgin Islands|Virgin Islands",
  FM: "Micronesia",
  MH: "Marshall Islands",
  PW: "Palau",
  AA: "Armed Forces Americas",
  AE: "Armed Forces Europe",
  AP: "Armed Forces Pacific",
};

const canada = {
  AB: "Alberta",
  BC: "British Columbia|Colombie-Britannique",
  MB: "Manitoba",
  NB: "New Brunswick|Nouveau-Brunswick",
  NL: "Newfoundland and Labrador|Terre-Neuve-et-Labrador|Newfoundland|Labrador",
  NT: "Northwest Territories|Territoires du Nord-Ouest",
  NS: "Nova Scotia|Nouvelle-Écosse",
  NU: "Nunavut",
  ON: "Ontario",
  PE: "Prince Edward Island|Île-du-Prince-Édouard|P.E.I.",
  QC: "Quebec",
  SK: "Saskatchewan",
  YT: "Yukon|Yukon Territory",
};

/** For countries whose addresses need a region: its code, by its folded code and its folded names. */
export const regionCodes: Record<string, Map<string, string>> = {
  US: index(unitedStates),
  CA: index(canada),
};

/** As people confuse it: without case, accents, spaces and marks. */
export function fold(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}

function index(regions: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(regions).flatMap(([code, names]) =>
      [code, ...names.split("|")].map((name) => [fold(name), code] as const),
    ),
  );
}
