import type { ComponentProps } from "react";
import { Menu } from "@/components/ui/icons";
import { MenuButton, menuLook } from "@/components/ui/menu";
import { NavigationLinks } from "./navigation-links";

const ID = "navigation";

/** Beside the page, where there is room; else behind `NavigationButton`. */
export function Navigation(props: ComponentProps<typeof NavigationLinks>) {
  return (
    <nav
      id={ID}
      popover="auto"
      aria-label="Main"
      className={`${menuLook} lg:static lg:m-0 lg:block lg:h-auto lg:shrink-0 lg:rounded-none lg:border-0 lg:border-r lg:py-6 lg:pr-4 lg:pl-8 lg:[box-shadow:none]`}
    >
      <NavigationLinks {...props} />
    </nav>
  );
}

export function NavigationButton() {
  return (
    <MenuButton opens={ID} className="lg:hidden">
      <Menu className="size-5" />
      <span className="max-sm:sr-only">Menu</span>
    </MenuButton>
  );
}
