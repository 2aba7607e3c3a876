import { Word } from "@/components/ui/words";

export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only rounded-control bg-page p-3 font-medium text-primary underline focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
    >
      <Word name="skip" />
    </a>
  );
}
