import { MenuIcon } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import { NavigationLinks } from "./navigation-links";

/** Beside the page, where there is room. */
export function Navigation() {
  return (
    <nav aria-label="Main" className="hidden w-56 shrink-0 border-r py-6 pr-4 pl-8 lg:block">
      <NavigationLinks />
    </nav>
  );
}

/** In the header, where there is none. */
export function NavigationMenu() {
  return (
    <div className="lg:hidden">
      <Menu
        id="navigation"
        trigger={
          <>
            <MenuIcon aria-hidden="true" className="size-5 shrink-0" />
            <span className="max-sm:sr-only">Menu</span>
          </>
        }
      >
        <nav aria-label="Main">
          <NavigationLinks />
        </nav>
      </Menu>
    </div>
  );
}
