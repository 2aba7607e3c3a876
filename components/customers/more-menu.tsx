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
  const against = reasonAgainst(status);
  return (
    <Menu
      id="more"
      trigger={
        <>
          <Ellipsis className="size-5" />
          <span className="sr-only">More actions</span>
        </>
      }
    >
      {isWithCustomer(status) && may(reader, "onboarding.edit") && (
        <Link href={`/onboardings/${id}`} className={look}>
          Open the task list
        </Link>
      )}
      {duplicate}
      {may(reader, "onboarding.review") && (
        <Link href={`/customers/${id}/assign`} className={look}>
          Assign
        </Link>
      )}
      <PrintButton look={look} />
      {may(reader, "person.erase") && (
        <Link href={`/customers/${id}/personal-data`} className={look}>
          Personal data
        </Link>
      )}
      {may(reader, "customer.remove") &&
        (against ? (
          <p className="border-t px-2 pt-2 text-muted text-sm">{against}</p>
        ) : (
          <Link href={`/customers/${id}/remove`} className={`${look} text-danger`}>
            Remove
          </Link>
        ))}
    </Menu>
  );
}
