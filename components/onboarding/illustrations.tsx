import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LogoImage } from "@/components/ui/logo-image";

/** Beyond it, Link shows "This Application" instead of the name. */
const LINK_NAME_LENGTH_MAX = 30;

/** What people will see of the answers. All of it may still be empty. */
export type PublicFacts = {
  applicationName: string;
  /** Address of the picture; empty when there is none. */
  logo: string;
  support: { email: string; phoneNumber: string; contactUrl: string };
};

export function LinkIllustration({ applicationName, logo }: Omit<PublicFacts, "support">) {
  const t = useTranslations("steps.linkIllustration");
  const name = applicationName.trim();
  const tooLong = [...name].length > LINK_NAME_LENGTH_MAX;
  return (
    <Illustration caption={t("about")} note={tooLong && t("long")}>
      <div className="flex flex-col items-center gap-3 text-center">
        <Logo name={name} src={logo} />
        <p className="w-full font-medium">
          {t("connect", { name: (tooLong ? "This Application" : name) || t("unnamed") })}
        </p>
        <Lines />
        <div className="w-full rounded-control bg-ink py-2 text-page text-sm">{t("continue")}</div>
      </div>
    </Illustration>
  );
}

export function Illustration({
  caption,
  note,
  children,
}: {
  caption: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <div className="min-w-0 rounded-card border border-dashed bg-surface p-6">{children}</div>
      <figcaption className="text-muted text-sm">
        {caption} {note}
      </figcaption>
    </figure>
  );
}

export function Logo({ name, src }: { name: string; src: string }) {
  const look = "size-12 shrink-0 rounded-full border bg-page";
  if (src === "") {
    return (
      <span
        aria-hidden="true"
        className={`${look} inline-flex items-center justify-center font-semibold text-muted`}
      >
        {[...name][0]?.toUpperCase() ?? "?"}
      </span>
    );
  }
  return <LogoImage src={src} alt="" edge={48} className={look} />;
}

/** Where the pane has words of Plaid's. */
function Lines() {
  return (
    <div aria-hidden="true" className="flex w-full flex-col items-center gap-2">
      <span className="h-2 w-full rounded-badge bg-line" />
      <span className="h-2 w-2/3 rounded-badge bg-line" />
    </div>
  );
}
