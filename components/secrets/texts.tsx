const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** `14:12 UTC` */
export function Clock({ at }: { at: string }) {
  return <time dateTime={at}>{clock.format(new Date(at))} UTC</time>;
}
