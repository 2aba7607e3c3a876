import { Button } from "@/components/ui/button";
import { ChevronDown, CircleUser } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
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
      <Link href="/account" className="rounded-control px-2 py-2 hover:bg-surface">
        Account
      </Link>
      <Link href="/notifications" className="rounded-control px-2 py-2 hover:bg-surface">
        Notifications
      </Link>
      <Link href="/admin/team/roles" className="rounded-control px-2 py-2 hover:bg-surface">
        What each role may do
      </Link>
      <form action={signOut} className="border-t pt-2">
        <Button variant="secondary" className="w-full">
          Sign out
        </Button>
      </form>
    </Menu>
  );
}
