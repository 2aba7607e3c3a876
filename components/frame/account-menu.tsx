import { ChevronDown, CircleUser } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu, menuItemLook } from "@/components/ui/menu";
import { type Role, roleLabels } from "@/lib/auth/model";

type Props = { name: string; role: Role; signOut: () => Promise<void> };

export function AccountMenu({ name, role, signOut }: Props) {
  return (
    <Menu
      id="account"
      trigger={
        <>
          <CircleUser className="size-5" />
          <span className="sr-only">Account</span>
          <ChevronDown className="max-sm:hidden" />
        </>
      }
    >
      <p className="px-2 py-1">
        <span className="block font-medium">{name}</span>
        <span className="text-muted text-sm">{roleLabels[role]}</span>
      </p>
      <Link href="/account" className={menuItemLook}>
        Account
      </Link>
      <Link href="/notifications" className={menuItemLook}>
        Notifications
      </Link>
      <Link href="/admin/team/roles" className={menuItemLook}>
        What each role may do
      </Link>
      <form action={signOut} className="flex border-t pt-1">
        <button type="submit" className={`${menuItemLook} grow`}>
          Sign out
        </button>
      </form>
    </Menu>
  );
}
