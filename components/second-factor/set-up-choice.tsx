import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  begin: () => Promise<void>;
  /** Where a passkey is made. */
  passkey: Route;
};

export function SetUpChoice({ begin, passkey }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      <form action={begin}>
        <Button>Set up an authenticator app</Button>
      </form>
      <ButtonLink variant="secondary" href={passkey}>
        Add a passkey
      </ButtonLink>
    </div>
  );
}
