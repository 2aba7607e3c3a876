import { useTranslations } from "next-intl";

/** Dark on light in every theme: what reads it is a camera. */
export function QrImage({ size, path }: { size: number; path: string }) {
  const t = useTranslations("secondFactor.authenticator");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t("qr")}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-control border forced-color-adjust-none"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
