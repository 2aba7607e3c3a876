import { LogoImage } from "@/components/ui/logo-image";
import { LOGO_EDGE_PX } from "@/lib/logos/model";

export function LogoPreview({ src, bytes }: { src: string; bytes: number | undefined }) {
  return (
    <figure className="flex flex-wrap items-center gap-4">
      <LogoImage
        src={src}
        alt="As Plaid will get it"
        edge={96}
        className="size-24 rounded-card border bg-page"
      />
      <figcaption className="text-muted text-sm">
        {LOGO_EDGE_PX} × {LOGO_EDGE_PX} pixels
        {bytes !== undefined && <>, {bytes.toLocaleString("en-US")} bytes</>}
      </figcaption>
    </figure>
  );
}
