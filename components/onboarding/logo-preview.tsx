import { useTranslations } from "next-intl";
import { LogoImage } from "@/components/ui/logo-image";
import { LOGO_EDGE_PX } from "@/lib/logos/model";

export function LogoPreview({ src, bytes }: { src: string; bytes: number }) {
  const t = useTranslations("logo.stored");
  return (
    <figure className="flex flex-wrap items-center gap-4">
      <LogoImage
        src={src}
        alt={t("alt")}
        edge={96}
        className="size-24 rounded-card border bg-page"
      />
      <figcaption className="text-muted text-sm">
        {t("pixelsAndBytes", { edge: String(LOGO_EDGE_PX), bytes })}
      </figcaption>
    </figure>
  );
}
