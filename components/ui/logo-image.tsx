type Props = {
  src: string;
  alt: string;
  /** In CSS pixels: a logo is a square. */
  edge: number;
  className: string;
};

export function LogoImage({ alt, edge, ...image }: Props) {
  // biome-ignore lint/performance/noImgElement: Next's own writes a style that the page's policy refuses.
  return <img {...image} alt={alt} width={edge} height={edge} />;
}
