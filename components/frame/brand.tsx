export function Brand() {
  return (
    <span className="flex items-center gap-2 text-lg font-semibold text-ink">
      <svg viewBox="0 0 32 32" className="size-7 text-primary" aria-hidden="true">
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
      Vestibule
    </span>
  );
}
