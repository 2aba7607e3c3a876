import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { FactsView } from "@/lib/customers/model";
import { productName } from "@/lib/products/model";
import { countryName } from "@/lib/values/model";

/** What people look up: what it may do, where it is, whom to ask, whose it is. */
export function FactsCard({ facts }: { facts: FactsView }) {
  const { countryCode, products, contacts, owner, masked } = facts;
  return (
    <SummaryList
      items={[
        { term: "Owner", value: owner?.name ?? <Missing>Nobody</Missing> },
        {
          term: "Products",
          value:
            products === null ? "Every product of yours" : products.map(productName).join(", "),
        },
        {
          term: "Country",
          value: countryCode ? countryName(countryCode) : <Missing>Not provided</Missing>,
        },
        ...contacts.map(({ role, name, email }) => ({
          term: role,
          value: <Contact name={name} email={email} masked={masked} support={role === "Support"} />,
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
  if (email === "" && name === "") {
    return <Missing>{support ? "Not provided" : "Your own"}</Missing>;
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
