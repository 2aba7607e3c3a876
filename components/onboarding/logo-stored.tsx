import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LOGO_EDGE_PX, type StoredLogo } from "@/lib/logos/model";
import { TransparentNote } from "./logo-note";
import { LogoPreviews } from "./logo-previews";
import type { useLogoStudio } from "./use-logo-studio";

/** The logo as it is kept and will be sent. */
export function LogoStored({
  src,
  image,
  facts,
  studio,
}: {
  src: string;
  /** The picture itself, where it was uploaded from this page. */
  image: Blob | undefined;
  /** Not known of a logo that somebody else has just stored. */
  facts: StoredLogo | null | undefined;
  /** None where the logo may not be changed. */
  studio: ReturnType<typeof useLogoStudio> | undefined;
}) {
  const t = useTranslations("logo.stored");
  const edge = String(LOGO_EDGE_PX);
  const size = facts ? t("pixelsAndBytes", { edge, bytes: facts.bytes }) : t("pixels", { edge });
  return (
    <section
      aria-labelledby="stored-logo"
      className="flex min-w-0 flex-col gap-4 rounded-card border p-4"
    >
      <div>
        <h2 id="stored-logo" className="text-base">
          {t("title")}
        </h2>
        <p className="text-muted text-sm">{t("facts", { size })}</p>
      </div>
      <LogoPreviews src={src} label={t("previews")} />
      {facts?.transparent && studio && (
        <TransparentNote onFill={() => void studio.openStored(image ?? src, "#ffffff")} />
      )}
      {studio && (
        <Button
          type="button"
          variant="secondary"
          className="self-start noscript:hidden"
          onClick={() => void studio.openStored(image ?? src)}
        >
          {studio.underWay ? t("opening") : t("adjust")}
        </Button>
      )}
    </section>
  );
}
