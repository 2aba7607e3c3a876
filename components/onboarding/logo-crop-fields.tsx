"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import {
  type Crop,
  filledSquare,
  placed,
  type Size,
  wholeImage,
  withZoomPercent,
  zoomPercent,
} from "./logo-crop";

/** Zoom and place in numbers, for whoever cannot drag or wants it exact. */
export function LogoCropFields({
  image,
  crop,
  onChange,
}: {
  image: Size;
  crop: Crop;
  onChange: (crop: Crop) => void;
}) {
  const t = useTranslations("logo.editor");
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button type="button" variant="secondary" onClick={() => onChange(wholeImage(image))}>
          {t("whole")}
        </Button>
        <Button type="button" variant="secondary" onClick={() => onChange(filledSquare(image))}>
          {t("fill")}
        </Button>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] items-end gap-3">
        <NumberField
          label={t("zoom")}
          value={zoomPercent(crop, image)}
          onChange={(percent) => onChange(withZoomPercent(crop, image, percent))}
        />
        <NumberField
          label={t("left")}
          value={crop.left}
          onChange={(left) => onChange(placed(crop, image, { left }))}
        />
        <NumberField
          label={t("top")}
          value={crop.top}
          onChange={(top) => onChange(placed(crop, image, { top }))}
        />
      </div>
    </>
  );
}

/** Shows what was typed until the field is left, and what came of it afterwards. */
function NumberField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      // No part of the step's form: Enter here must not send it.
      form=""
      value={typed ?? String(Math.round(value))}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== "" && Number.isFinite(target.valueAsNumber)) {
          onChange(target.valueAsNumber);
        }
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
