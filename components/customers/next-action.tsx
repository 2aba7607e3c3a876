import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { may, type Reader } from "@/lib/auth/model";
import type { CustomerView } from "@/lib/customers/model";
import { calmSentence, nextAction } from "@/lib/next-action/model";
import { whoMay } from "./who-may";

/** The one thing to do now, who may do it, or that there is nothing to do. */
export function NextAction({
  customer,
  reader,
  enable,
}: {
  customer: CustomerView;
  reader: Reader;
  /** Enabling asks before it acts. */
  enable: ReactNode;
}) {
  const t = useTranslations("customers");
  const next = nextAction(customer);
  if (!next) return <p className="text-muted">{calmSentence(customer.turn)}</p>;
  const { label, href, needs, deed } = next;
  if (!may(reader, needs)) return <p>{whoMay(needs, deed, t)}</p>;
  if (needs === "customer.enable") return enable;
  if (href.startsWith("https:")) {
    return (
      <div>
        <a href={href} target="_blank" rel="noopener noreferrer" className={buttonLook("primary")}>
          <span>
            {label} <span className="whitespace-nowrap">{t("newTab")}</span>
          </span>
        </a>
      </div>
    );
  }
  return (
    <div>
      {/* The addresses of requirements are the portal's own. */}
      <ButtonLink href={href as Route}>{label}</ButtonLink>
    </div>
  );
}
