import type { Route } from "next";
import { partWords } from "@/lib/parts/model";
import { ButtonLink } from "./button-link";

/** The pages beside this one, by address; nothing where there is only one page. */
export function Pagination({
  previous,
  next,
  previousLabel = partWords.previous,
  nextLabel = partWords.next,
}: {
  previous: string | null;
  next: string | null;
  previousLabel?: string;
  nextLabel?: string;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={partWords.pages} className="flex flex-wrap gap-3">
      {previous && (
        // The caller's own addresses; their type is lost on the way.
        <ButtonLink variant="secondary" rel="prev" href={previous as Route}>
          {previousLabel}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink variant="secondary" rel="next" href={next as Route}>
          {nextLabel}
        </ButtonLink>
      )}
    </nav>
  );
}
