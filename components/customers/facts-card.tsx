import { useTranslations } from "next-intl";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { FactsView } from "@/lib/customers/model";
import { productName } from "@/lib/products/model";
import { countryName } from "@/lib/values/model";

/** What people look up: what it may do, where it is, whom to ask, whose it is. */
export function FactsCard({ facts }: { facts: FactsView }) {
  const { countryCode, products, contacts, owner, masked } = facts;
  const t = useTranslations("customers.facts");
  return (
    <SummaryList
      items={[
        { term: t("owner"), value: owner?.name ?? <Missing>{t("nobody")}</Missing> },
        {
          term: t("products"),
          value: products === null ? t("everyProduct") : products.map(productName).join(", "),
        },
        {
          term: t("country"),
          value: countryCode ? countryName(countryCode) : <Missing>{t("notProvided")}</Missing>,
        },
        ...contacts.map(({ role, name, email }) => ({
          term: t(`contacts.${role}`),
          value: <Contact name={name} email={email} masked={masked} support={role === "support"} />,
        })),
      ]}
    />
  );
}

function Contact({
  name,
  email,
  masked,
  support,
}: {
  name: string;
  email: string;
  masked: boolean;
  support: boolean;
}) {
  const t = useTranslations("customers.facts");
  if (email === "" && name === "") {
    return <Missing>{t(support ? "notProvided" : "yourOwn")}</Missing>;
  }
  return (
    <>
      {name && <p>{name}</p>}
      {masked ? <p>{email}</p> : <PageLink href={mailTo(email)}>{email}</PageLink>}
    </>
  );
}

function Missing({ children }: { children: string }) {
  return <span className="text-muted">{children}</span>;
}

/** What would end the address part of the link is escaped. */
function mailTo(email: string): string {
  return `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
}
