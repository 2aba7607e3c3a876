/** The product's mark, and for whom it is run. */
export function Brand({ partner }: { partner?: string | null | undefined }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <svg viewBox="0 0 32 32" className="size-7 shrink-0 text-primary" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path
          d="M9 26V14a7 7 0 0 1 14 0v12"
          fill="none"
          stroke="var(--color-on-primary)"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path d="M14 26V15l6 2.5V26z" fill="var(--color-on-primary)" />
      </svg>
      <span className="flex min-w-0 flex-col leading-tight sm:flex-row sm:items-baseline sm:gap-2">
        <span className="font-semibold text-lg">Vestibule</span>
        {partner && <span className="min-w-0 text-muted text-sm">{partner}</span>}
      </span>
    </span>
  );
}
