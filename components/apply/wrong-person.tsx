import { Disclosure } from "@/components/ui/disclosure";

export function WrongPerson({ partner }: { partner: string }) {
  return (
    <Disclosure summary="This is not for me">
      <p>
        This form was sent to one person at your company. Ask them to forward the section to you, or
        ask {partner} to change the address.
      </p>
    </Disclosure>
  );
}
