import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Command } from "@/components/command/command";
import { Link } from "@/components/ui/link";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { EnvironmentBanner, EnvironmentChip, type PlaidEnvironment } from "./environment";
import { NavigationButton } from "./navigation";

type Props = {
  environment: PlaidEnvironment;
  /** Null until an administrator has entered it. */
  partner: string | null;
  account: ComponentProps<typeof AccountMenu>;
  search: Omit<ComponentProps<typeof Command>, "label">;
};

export function Header({ environment, partner, account, search }: Props) {
  const t = useTranslations("frame");
  return (
    <header className="border-b bg-page">
      <EnvironmentBanner environment={environment} />
      <div className="mx-auto flex max-w-app items-center gap-x-4 px-4 py-2 lg:px-8">
        <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-1">
          <Link href="/" className="min-w-0 rounded-control py-1">
            <Brand partner={partner} />
          </Link>
          <EnvironmentChip environment={environment} />
        </div>
        <div className="flex shrink-0 items-center gap-1">
          <Command {...search} label={t("search")} />
          <NavigationButton />
          <AccountMenu {...account} />
        </div>
      </div>
    </header>
  );
}
