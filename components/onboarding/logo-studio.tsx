"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { StoredLogo } from "@/lib/logos/model";
import { LogoEditor } from "./logo-editor";
import { offerFor } from "./logo-offer";
import { LogoSending, UploadProgress } from "./logo-sending";
import { LogoWords } from "./logo-words";
import { type ImageWork, useImageWork } from "./use-image-work";
import type { GivenImage } from "./use-logo-studio";

/** A chosen image: what it is, what it needs to become the logo, and how far that has come. */
export function LogoStudio({
  image,
  uploadTo,
  onUnderWay,
  onStored,
  onDiscard,
}: {
  image: GivenImage;
  uploadTo: string;
  /** Whether a logo may be stored in a moment. */
  onUnderWay: (underWay: boolean) => void;
  onStored: (logo: StoredLogo, image: Blob) => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("logo.studio");
  const work = useImageWork(image, { uploadTo, onStored });
  const { stage } = work.at;
  const box = useRef<HTMLElement>(null);
  const tell = useEffectEvent(onUnderWay);
  useEffect(() => {
    tell(stage === "reading" || stage === "uploading");
    // Each stage takes the buttons of the one before away, and the focus with them.
    if (document.activeElement === document.body) box.current?.focus();
  }, [stage]);

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t("label")}
      className="flex min-w-0 flex-col gap-4 rounded-card border p-4"
    >
      <div role="status" className="flex flex-col gap-4">
        {stage !== "reading" && <LogoWords name={image.name} {...work} />}
      </div>
      <AtStage name={image.name} work={work} onDiscard={onDiscard} />
    </section>
  );
}

function AtStage({
  name,
  work,
  onDiscard,
}: {
  name: string;
  work: ImageWork;
  onDiscard: () => void;
}) {
  const t = useTranslations("logo");
  const { at, facts } = work;
  switch (at.stage) {
    case "reading":
      return <p className="text-muted">{t("studio.reading")}</p>;
    case "verdict": {
      const offer = offerFor(facts, at.problems);
      const button = "button" in offer && (
        <Button type="button" onClick={() => void work.edit()}>
          {t(`offer.${offer.button}`)}
        </Button>
      );
      return <Buttons onDiscard={onDiscard}>{button}</Buttons>;
    }
    case "editing":
      return (
        <LogoEditor
          picture={at.picture}
          background={at.background}
          onUpload={(png) => void work.upload(png)}
          onDiscard={onDiscard}
        />
      );
    case "uploading":
      return (
        <LogoSending image={at.image}>
          <UploadProgress name={name} percent={at.percent} onCancel={work.cancel} />
        </LogoSending>
      );
    case "failed":
      return (
        <LogoSending image={at.image}>
          <Buttons onDiscard={onDiscard}>
            <Button type="button" onClick={() => void work.upload(at.image)}>
              {t("studio.tryAgain")}
            </Button>
          </Buttons>
        </LogoSending>
      );
  }
}

function Buttons({ onDiscard, children }: { onDiscard: () => void; children: ReactNode }) {
  const t = useTranslations("logo.studio");
  return (
    <div className="flex flex-wrap gap-3">
      {children}
      <Button type="button" variant="secondary" onClick={onDiscard}>
        {t("discard")}
      </Button>
    </div>
  );
}
