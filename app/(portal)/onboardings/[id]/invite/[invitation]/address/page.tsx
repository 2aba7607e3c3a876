import type { Metadata, Route } from "next";
import { loadLink } from "@/app/(portal)/onboardings/[id]/invite/[invitation]/load-link";
import { changeAddressAction } from "@/app/(portal)/onboardings/[id]/invite/actions";
import { AddressForm } from "@/components/invitations/address-form";

type Props = PageProps<"/onboardings/[id]/invite/[invitation]/address">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, invitation } = await params;
  const link = await loadLink(id, invitation);
  return { title: `Change the address of ${link.invitation.name}` };
}

export default async function AddressPage({ params }: Props) {
  const { id, invitation: invitationId } = await params;
  const { invitation } = await loadLink(id, invitationId);
  return (
    <div className="flex flex-col gap-6">
      <h1>Change the address of {invitation.name}</h1>
      <div className="flex max-w-reading flex-col gap-2">
        <p>
          The link was sent to {invitation.email}. The new address gets a new link; the old one, and
          every device it was opened on, stops working now.
        </p>
        <p className="text-muted">
          For another person, invite that person and revoke this link: answers are kept under the
          name of whoever typed them.
        </p>
      </div>
      <AddressForm
        initial={{ values: { email: invitation.email }, errors: {} }}
        change={changeAddressAction.bind(null, id, invitationId)}
        back={`/onboardings/${id}` as Route}
      />
    </div>
  );
}
