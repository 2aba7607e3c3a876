import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Menu } from "@/components/ui/icons";
import { MenuButton, menuLook } from "@/components/ui/menu";
import type { Translate } from "@/lib/languages/model";
import { NavigationLinks } from "./navigation-links";

const ID = "navigation";

/** Beside the page, where there is room; else behind `NavigationButton`. */
export function Navigation(props: Omit<ComponentProps<typeof NavigationLinks>, "words">) {
  const t = useTranslations("frame.navigation");
  return (
    <nav
      id={ID}
      popover="auto"
      aria-label={t("label")}
      className={`${menuLook} lg:static lg:m-0 lg:block lg:h-auto lg:shrink-0 lg:rounded-none lg:border-0 lg:border-r lg:py-6 lg:pr-4 lg:pl-8 lg:[box-shadow:none]`}
    >
      <NavigationLinks {...props} words={navigationWords(t)} />
    </nav>
  );
}

export function NavigationButton() {
  const t = useTranslations("frame");
  return (
    <MenuButton opens={ID} className="lg:hidden">
      <Menu className="size-5" />
      <span className="max-sm:sr-only">{t("menu")}</span>
    </MenuButton>
  );
}

export function navigationWords(t: Translate<"frame.navigation">) {
  return {
    overview: t("overview"),
    customers: t("customers"),
    banks: t("banks"),
    review: t("review"),
    administration: t("administration"),
    waiting: t("waiting"),
  };
}
