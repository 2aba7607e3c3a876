import { useTranslations } from "next-intl";
import { ChevronDown, CircleUser } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu, menuItemLook } from "@/components/ui/menu";
import { type Role, roleLabels } from "@/lib/auth/model";

type Props = { name: string; role: Role; signOut: () => Promise<void> };

export function AccountMenu({ name, role, signOut }: Props) {
  const t = useTranslations("frame.account");
  return (
    <Menu
      id="account"
      trigger={
        <>
          <CircleUser className="size-5" />
          <span className="sr-only">{t("label")}</span>
          <ChevronDown className="max-sm:hidden" />
        </>
      }
    >
      <p className="px-2 py-1">
        <span className="block font-medium">{name}</span>
        <span className="text-muted text-sm">{roleLabels[role]}</span>
      </p>
      <Link href="/account" className={menuItemLook}>
        {t("account")}
      </Link>
      <Link href="/notifications" className={menuItemLook}>
        {t("notifications")}
      </Link>
      <Link href="/admin/team/roles" className={menuItemLook}>
        {t("roles")}
      </Link>
      <form action={signOut} className="flex border-t pt-1">
        <button type="submit" className={`${menuItemLook} grow`}>
          {t("signOut")}
        </button>
      </form>
    </Menu>
  );
}
