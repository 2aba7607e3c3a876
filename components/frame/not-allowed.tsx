import { buttonLook } from "@/components/ui/button";
import { Message } from "./message";

export function NotAllowed() {
  return (
    <Message
      title="You cannot do this"
      next={
        <a href="/" className={buttonLook("primary")}>
          Go to the overview
        </a>
      }
    >
      <p>Your role does not allow this. An admin can change it.</p>
    </Message>
  );
}
