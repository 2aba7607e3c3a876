"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef } from "react";
import { LOGO_EDGE_PX } from "@/lib/logos/model";
import { type Crop, moved, zoomed } from "./logo-crop";
import { type Background, drawCrop, type Picture } from "./logo-picture";

/** Enough for a sharp square of 24 rem on a dense screen. */
const CANVAS_EDGE_PX = 768;
const STEP_PX = 8;
const LARGE_STEP_PX = 64;
const ZOOM_STEP = 1.1;

type Change = (next: (crop: Crop) => Crop) => void;

/** The square as it would be cut: dragged, pinched, or moved by keys. Numbers beside it do the same. */
export function LogoCropSurface({
  picture,
  crop,
  background,
  helpId,
  onChange,
}: {
  picture: Picture;
  crop: Crop;
  background: Background;
  helpId: string;
  onChange: Change;
}) {
  const t = useTranslations("logo.editor");
  const square = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, { picture, crop, background });
  }, [picture, crop, background]);
  useEffect(() => square.current?.focus(), []);
  const gestures = useGestures(picture, onChange);
  useWheelZoom(square, picture, onChange);

  function onKeyDown(event: KeyboardEvent) {
    const next = keyed(event, picture);
    if (!next) return;
    event.preventDefault();
    onChange(next);
  }

  return (
    <div
      ref={square}
      role="application"
      aria-label={t("square")}
      aria-describedby={helpId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application handles keys, so it takes the focus.
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...gestures}
      className="aspect-square w-full max-w-96 cursor-move touch-none self-start overflow-hidden rounded-control border border-control bg-[length:1rem_1rem] bg-[repeating-conic-gradient(#d4d4d4_0_25%,#ffffff_0_50%)]"
    >
      <canvas ref={canvas} width={CANVAS_EDGE_PX} height={CANVAS_EDGE_PX} className="size-full" />
    </div>
  );
}

const directions: Record<string, { left: number; top: number }> = {
  ArrowLeft: { left: -1, top: 0 },
  ArrowRight: { left: 1, top: 0 },
  ArrowUp: { left: 0, top: -1 },
  ArrowDown: { left: 0, top: 1 },
};

function keyed({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, picture: Picture) {
  if (ctrlKey || metaKey || altKey) return undefined;
  const direction = directions[key];
  if (direction) {
    const step = shiftKey ? LARGE_STEP_PX : STEP_PX;
    const by = { left: direction.left * step, top: direction.top * step };
    return (crop: Crop) => moved(crop, picture, by);
  }
  if (key === "+" || key === "=") return (crop: Crop) => zoomed(crop, picture, ZOOM_STEP);
  if (key === "-") return (crop: Crop) => zoomed(crop, picture, 1 / ZOOM_STEP);
  return undefined;
}

type Point = { left: number; top: number };

/** One pointer drags; two drag and pinch. */
function useGestures(picture: Picture, onChange: Change) {
  const pointers = useRef(new Map<number, Point>());

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, place(event));
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const after = place(event);
    pointers.current.set(event.pointerId, after);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    const share = other ? 0.5 : 1;
    const by = {
      left: (after.left - before.left) * share,
      top: (after.top - before.top) * share,
    };
    onChange((crop) => {
      const dragged = moved(crop, picture, by);
      if (!other) return dragged;
      const factor = distance(after, other) / Math.max(distance(before, other), 1);
      return zoomed(dragged, picture, factor, between(after, other));
    });
  }
  function onPointerEnd(event: PointerEvent<HTMLElement>) {
    pointers.current.delete(event.pointerId);
  }
  return { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd };
}

/** With Control, as pinching a touchpad also does; and once the square has been chosen. */
function useWheelZoom(
  square: { current: HTMLElement | null },
  picture: Picture,
  onChange: Change,
): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const element = square.current;
    if (!element || !(event.ctrlKey || document.activeElement === element)) return;
    event.preventDefault();
    const around = placeIn(element, event);
    onChange((crop) => zoomed(crop, picture, 2 ** (-event.deltaY / 400), around));
  });
  useEffect(() => {
    // React's own listeners are passive, so that the page would scroll as well.
    const listen = (event: WheelEvent) => onWheel(event);
    const element = square.current;
    element?.addEventListener("wheel", listen, { passive: false });
    return () => element?.removeEventListener("wheel", listen);
  }, [square]);
}

function place(event: PointerEvent<HTMLElement>): Point {
  return placeIn(event.currentTarget, event);
}

/** In pixels of the logo. */
function placeIn(square: Element, at: { clientX: number; clientY: number }): Point {
  const { left, top, width } = square.getBoundingClientRect();
  const scale = LOGO_EDGE_PX / width;
  return { left: (at.clientX - left) * scale, top: (at.clientY - top) * scale };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.left - b.left, a.top - b.top);
}

function between(a: Point, b: Point): Point {
  return { left: (a.left + b.left) / 2, top: (a.top + b.top) / 2 };
}
