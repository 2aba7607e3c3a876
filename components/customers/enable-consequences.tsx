/** What a person must know before a step that cannot be taken back. */
export function EnableConsequences() {
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5">
      <li>It takes effect immediately.</li>
      <li>Calls to Plaid become billable. Unused free test calls do not carry over.</li>
      <li>
        Plaid starts registering the app with banks. Most answer within 24 hours, some take weeks;
        Charles Schwab can take five.
      </li>
      <li>From then on only your Plaid account manager can remove this customer.</li>
    </ul>
  );
}
