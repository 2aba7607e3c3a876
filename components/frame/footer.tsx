import { TextLink } from "@/components/ui/text-link";

export function Footer() {
  return (
    <footer className="border-t px-4 py-4 text-sm text-muted lg:px-8">
      <div className="mx-auto flex max-w-app flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p>Vestibule, the onboarding portal for Plaid resellers</p>
        <TextLink href="/keyboard">Keyboard help</TextLink>
      </div>
    </footer>
  );
}
