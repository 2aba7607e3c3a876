import { ButtonLink } from "@/components/ui/button";
import type { CustomerFilter, CustomerPage } from "@/lib/customers/model";
import { listAddress } from "./list-address";

export function PageLinks({
  filter,
  page: { previous, next },
}: {
  filter: CustomerFilter;
  page: CustomerPage;
}) {
  if (!previous && !next) return null;
  const { search, status, turn } = filter;
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-3">
      {previous && (
        <ButtonLink
          variant="secondary"
          rel="prev"
          href={listAddress({ search, status, turn, before: previous })}
        >
          Previous
        </ButtonLink>
      )}
      {next && (
        <ButtonLink
          variant="secondary"
          rel="next"
          href={listAddress({ search, status, turn, after: next })}
        >
          Next
        </ButtonLink>
      )}
    </nav>
  );
}
