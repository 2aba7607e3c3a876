/** A door behind a door, as drawn in app/icon.svg. */
const mark =
  "M8 0h16a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8zM6 26V15a10 10 0 0 1 20 0v11h-4V15a6 6 0 0 0-12 0v11zm6 0v-9a4 4 0 0 1 8 0v9z";

/** The product's mark, and for whom it is run. */
export function Brand({ partner }: { partner?: string | null | undefined }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <svg viewBox="0 0 32 32" className="size-7 shrink-0 fill-primary" aria-hidden="true">
        <path fillRule="evenodd" d={mark} />
      </svg>
      <span className="flex min-w-0 flex-col leading-tight sm:flex-row sm:items-baseline sm:gap-2">
        <span className="shrink-0 font-semibold text-lg tracking-tight">Vestibule</span>
        {partner && <span className="min-w-0 text-muted text-sm">{partner}</span>}
      </span>
    </span>
  );
}
