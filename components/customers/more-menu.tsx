import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ellipsis } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { menuItemLook as look, Menu } from "@/components/ui/menu";
import { may, type Reader } from "@/lib/auth/model";
import type { CustomerView } from "@/lib/customers/model";
import { isWithCustomer } from "@/lib/statuses/model";
import { PrintButton } from "./print-button";
import { reasonAgainst } from "./removal";

/** What is done with a customer now and then. */
export function MoreMenu({
  customer: { id, status },
  reader,
  duplicate,
}: {
  customer: CustomerView;
  reader: Reader;
  duplicate: ReactNode;
}) {
  const t = useTranslations("customers");
  const against = reasonAgainst(status, t);
  return (
    <Menu
      id="more"
      trigger={
        <>
          <Ellipsis className="size-5" />
          <span className="sr-only">{t("more.label")}</span>
        </>
      }
    >
      {isWithCustomer(status) && may(reader, "onboarding.edit") && (
        <Link href={`/onboardings/${id}`} className={look}>
          {t("more.tasks")}
        </Link>
      )}
      {duplicate}
      {may(reader, "onboarding.review") && (
        <Link href={`/customers/${id}/assign`} className={look}>
          {t("more.assign")}
        </Link>
      )}
      <PrintButton label={t("more.print")} look={look} />
      {may(reader, "person.erase") && (
        <Link href={`/customers/${id}/personal-data`} className={look}>
          {t("more.personalData")}
        </Link>
      )}
      {may(reader, "customer.remove") &&
        (against ? (
          <p className="border-t px-2 pt-2 text-muted text-sm">{against}</p>
        ) : (
          <Link href={`/customers/${id}/remove`} className={`${look} text-danger`}>
            {t("more.remove")}
          </Link>
        ))}
    </Menu>
  );
}
