import { LogoImage } from "@/components/ui/logo-image";

export function LogoPreview({ src, alt, size }: { src: string; alt: string; size: string }) {
  return (
    <figure className="flex flex-wrap items-center gap-4">
      <LogoImage src={src} alt={alt} edge={96} className="size-24 rounded-card border bg-page" />
      <figcaption className="text-muted text-sm">{size}</figcaption>
    </figure>
  );
}
