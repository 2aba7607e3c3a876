import "server-only";

/** From which three digits on ZIP codes belong to which states, as USPS assigns them. */
const starts =
  "005 NY,006 PR,008 VI,009 PR,010 MA,028 RI,030 NH,039 ME,050 VT,055 MA,056 VT,060 CT NY,070 NJ," +
  "090 AE,100 NY,150 PA,197 DE,200 DC,201 VA,202 DC,206 MD,220 VA,247 WV,270 NC,290 SC,300 GA," +
  "320 FL,340 AA,341 FL,350 AL,370 TN,386 MS,398 GA,400 KY,430 OH,460 IN,480 MI,500 IA,530 WI," +
  "550 MN,569 DC,570 SD,580 ND,590 MT,600 IL,630 MO,660 KS,680 NE,700 LA,716 AR,730 OK,733 TX," +
  "734 OK,750 TX,800 CO,820 WY,832 ID WY,840 UT,850 AZ,870 NM,885 TX,889 NV,900 CA,962 AP," +
  "967 HI AS UM,969 GU MP PW FM MH,970 OR,980 WA,995 AK";

const ranges = starts.split(",").map((entry) => {
  const [from = "", ...states] = entry.split(" ");
  return { from, states };
});

/** The states a ZIP code may lie in; none for a prefix nobody has. */
export function statesOf(zip: string): string[] {
  const prefix = zip.slice(0, 3);
  return ranges.findLast(({ from }) => from <= prefix)?.states ?? [];
}
