import type { LinkProps } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";

/** What a page is a part of, above its heading. */
export function Breadcrumb<R extends string>(link: LinkProps<R>) {
  return (
    <nav aria-label="Breadcrumb">
      <TextLink<R> {...link} />
    </nav>
  );
}
