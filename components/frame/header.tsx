import Link from "next/link";
import { type Role, roleLabels } from "@/lib/auth/model";
import { Brand } from "./brand";
import { EnvironmentChip, type PlaidEnvironment } from "./environment-chip";

type Props = {
  environment: PlaidEnvironment;
  name: string;
  role: Role;
  signOut: () => Promise<void>;
};

export function Header({ environment, name, role, signOut }: Props) {
  return (
    <header className="border-b bg-page">
      <div className="mx-auto flex max-w-app flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 lg:px-8">
        <Link href="/" className="rounded-control py-1">
          <Brand />
        </Link>
        <EnvironmentChip environment={environment} />
        <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-x-4 gap-y-1">
          <p className="min-w-0 text-sm">
            <span className="font-medium">{name}</span>{" "}
            <span className="text-muted">{roleLabels[role]}</span>
          </p>
          <form action={signOut}>
            <button
              type="submit"
              className="min-h-control cursor-pointer rounded-control border border-control px-3 text-sm font-medium hover:bg-surface"
            >
              Sign out
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}
