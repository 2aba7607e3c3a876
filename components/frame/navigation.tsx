import { MenuIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Menu } from "@/components/ui/menu";
import { NavigationLinks } from "./navigation-links";

type Props = ComponentProps<typeof NavigationLinks>;

/** Beside the page, where there is room. */
export function Navigation(props: Props) {
  return (
    <nav aria-label="Main" className="hidden w-56 shrink-0 border-r py-6 pr-4 pl-8 lg:block">
      <NavigationLinks {...props} />
    </nav>
  );
}

/** In the header, where there is none. */
export function NavigationMenu(props: Props) {
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
          <NavigationLinks {...props} />
        </nav>
      </Menu>
    </div>
  );
}
