import type { ReactElement } from "react";

export type Look = { className?: string };

/** One of `./icons`, 1rem wide unless told otherwise. It is not read out: words stand beside it. */
export type Icon = (look: Look) => ReactElement;

export function draw(path: string, { className }: Look) {
  return (
    <svg
      aria-hidden="true"
      className={className ? `icon ${className}` : "icon"}
      viewBox="0 0 24 24"
    >
      <path d={path} />
    </svg>
  );
}
