import { useTranslations } from "next-intl";
import { LogoImage } from "@/components/ui/logo-image";

/** Both sizes banks show logos in and the backgrounds they show them on. */
const grounds = [
  { name: "white", look: "bg-[#ffffff] text-[#0f172b]", clip: "" },
  { name: "grey", look: "bg-[#d4d4d4] text-[#0f172b]", clip: "" },
  { name: "black", look: "bg-[#000000] text-[#ffffff]", clip: "" },
  {
    name: "circle",
    look: "bg-[#ffffff] text-[#0f172b]",
    clip: "rounded-full border border-[#cad5e2]",
  },
] as const;
const edges = [
  { edge: 24, size: "size-6" },
  { edge: 48, size: "size-12" },
  { edge: 96, size: "size-24" },
];

/** The logo as people will meet it: 24, 48 and 96 pixels on what may be behind it. */
export function LogoPreviews({
  src,
  label,
}: {
  /** Undefined keeps the places free until there is something to show. */
  src: string | undefined;
  label: string;
}) {
  const t = useTranslations("logo.ground");
  return (
    <ul aria-label={label} className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3">
      {grounds.map(({ name, look, clip }) => (
        <li key={name} className={`flex flex-col gap-2 rounded-card border p-3 ${look}`}>
          <p className="text-sm">{t(name)}</p>
          <div className="flex items-end gap-2">
            {edges.map(({ edge, size }) => {
              const look = `${size} ${clip} shrink-0`;
              if (!src) return <span key={edge} className={look} />;
              return <LogoImage key={edge} src={src} alt="" edge={edge} className={look} />;
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}
