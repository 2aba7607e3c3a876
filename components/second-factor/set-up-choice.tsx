import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  /** Nothing else on the page is as urgent as the first one. */
  isFirst: boolean;
  begin: () => Promise<void>;
  /** Where a passkey is made. */
  passkey: Route;
};

export function SetUpChoice({ isFirst, begin, passkey }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      <form action={begin}>
        <Button variant={isFirst ? "primary" : "secondary"}>Set up an authenticator app</Button>
      </form>
      <ButtonLink variant="secondary" href={passkey}>
        Add a passkey
      </ButtonLink>
    </div>
  );
}
