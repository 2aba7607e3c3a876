import type { ReactNode } from "react";
import { Brand } from "@/components/frame/brand";
import { EnvironmentChip } from "@/components/frame/environment-chip";
import { SkipLink } from "@/components/frame/skip-link";
import { env } from "@/lib/env";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[30rem] flex-col gap-8 px-4 py-8 sm:py-16">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-3">
        <Brand />
        <EnvironmentChip environment={env().PLAID_ENV} />
      </header>
      <main id="main" tabIndex={-1} className="flex flex-col gap-6 outline-none">
        {children}
      </main>
    </div>
  );
}
