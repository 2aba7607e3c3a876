import { Fragment } from "react";

/** Breaks between the words of a path where a line is too short for it. */
export function Endpoint({ path }: { path: string }) {
  return path.split(/(?=[/_])/).map((part) => (
    <Fragment key={part}>
      <wbr />
      {part}
    </Fragment>
  ));
}
