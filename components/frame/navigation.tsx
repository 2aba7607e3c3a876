import { NavigationLinks } from "./navigation-links";

/** Beside the page where there is room, behind a disclosure where there is not. */
export function Navigation() {
  return (
    <>
      <details className="border-b px-4 lg:hidden">
        <summary className="min-h-control cursor-pointer py-2.5 font-medium">Menu</summary>
        <nav aria-label="Main" className="pb-3">
          <NavigationLinks />
        </nav>
      </details>
      <nav aria-label="Main" className="hidden w-56 shrink-0 border-r py-6 pr-4 pl-8 lg:block">
        <NavigationLinks />
      </nav>
    </>
  );
}
