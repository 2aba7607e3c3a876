import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TriangleAlert } from "@/components/ui/icons";
import { toneColours } from "@/components/ui/tone";

/** Something worth knowing that keeps nobody from going on. */
export function LogoNote({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      className={`flex flex-wrap items-center gap-3 rounded-card p-3 forced-colors:border ${toneColours.you}`}
    >
      <p className="flex min-w-0 flex-1 basis-60 gap-2">
        <TriangleAlert className="mt-1" />
        <span className="min-w-0">{children}</span>
      </p>
      {action}
    </div>
  );
}

export function TransparentNote({ onFill }: { onFill: () => void }) {
  const t = useTranslations("logo.note");
  return <LogoNote action={<FillWithWhite onFill={onFill} />}>{t("transparent")}</LogoNote>;
}

export function FillWithWhite({ onFill }: { onFill: () => void }) {
  const t = useTranslations("logo.note");
  return (
    <Button type="button" variant="secondary" className="noscript:hidden" onClick={onFill}>
      {t("fillWhite")}
    </Button>
  );
}
