export function Footer() {
  return (
    <footer className="border-t px-4 py-4 text-sm text-muted lg:px-8">
      <p className="mx-auto max-w-app">Vestibule, the onboarding portal for Plaid resellers</p>
    </footer>
  );
}
