"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { announce } from "@/components/frame/announce";
import { Button } from "@/components/ui/button";
import type { Translate } from "@/lib/languages/model";
import { LOGO_BYTES_MAX } from "@/lib/logos/model";
import { LogoBackground } from "./logo-background";
import { wholeImage } from "./logo-crop";
import { LogoCropFields } from "./logo-crop-fields";
import { LogoCropSurface } from "./logo-crop-surface";
import { FillWithWhite, LogoNote, TransparentNote } from "./logo-note";
import {
  type Background,
  type Cropped,
  type Picture,
  type Rendered,
  renderLogo,
} from "./logo-picture";
import { LogoPreviews } from "./logo-previews";
import { amount } from "./logo-problem";
import { useObjectUrl } from "./use-object-url";

/** Drawing waits until the image is left in peace for this long. */
const SETTLED_MS = 150;

/** Makes a logo of any image: crop, zoom, background; and shows what would be uploaded. */
export function LogoEditor({
  picture,
  background: wanted,
  onUpload,
  onDiscard,
}: {
  picture: Picture;
  /** Asked for when the editor was opened; otherwise the image's own. */
  background: Background;
  onUpload: (png: Blob) => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("logo");
  const [crop, setCrop] = useState(() => wholeImage(picture));
  const [background, setBackground] = useState(wanted ?? picture.ground);
  const rendered = useRendered({ picture, crop, background });
  const help = useId();

  async function upload() {
    const { png } = await renderLogo({ picture, crop, background });
    if (png.size < LOGO_BYTES_MAX) onUpload(png);
    else announce(explainSize(png.size, t), "alert");
  }

  return (
    <>
      <p id={help} className="text-muted text-sm">
        {t("editor.help")}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <LogoCropSurface
          picture={picture}
          crop={crop}
          background={background}
          helpId={help}
          onChange={setCrop}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <LogoCropFields image={picture} crop={crop} onChange={setCrop} />
          <LogoBackground background={background} onChange={setBackground} />
        </div>
      </div>
      <Outcome rendered={rendered} scale={crop.scale} onFill={() => setBackground("#ffffff")} />
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={() => void upload()}>
          {t("editor.upload")}
        </Button>
        <Button type="button" variant="secondary" onClick={onDiscard}>
          {t("studio.discard")}
        </Button>
      </div>
    </>
  );
}

function Outcome({
  rendered: { png, transparent } = {},
  scale,
  onFill,
}: {
  rendered: Partial<Rendered> | undefined;
  scale: number;
  onFill: () => void;
}) {
  const t = useTranslations("logo");
  const src = useObjectUrl(png);
  const tooLarge = png && png.size >= LOGO_BYTES_MAX;
  return (
    <>
      <LogoPreviews src={src} label={t("studio.previews")} />
      {tooLarge && (
        <LogoNote action={transparent && <FillWithWhite onFill={onFill} />}>
          {explainSize(png.size, t)}
        </LogoNote>
      )}
      {scale > 1 && (
        <LogoNote>{t("note.enlarged", { times: Math.round(scale * 10) / 10 })}</LogoNote>
      )}
      {transparent && !tooLarge && <TransparentNote onFill={onFill} />}
    </>
  );
}

/** The logo as it stands, shortly after the last change. */
function useRendered({ picture, crop, background }: Cropped): Rendered | undefined {
  const [rendered, setRendered] = useState<Rendered>();
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(async () => {
      const made = await renderLogo({ picture, crop, background });
      if (latest) setRendered(made);
    }, SETTLED_MS);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [picture, crop, background]);
  return rendered;
}

function explainSize(bytes: number, t: Translate<"logo">): string {
  return t("note.tooLarge", { size: amount(bytes, t) });
}
