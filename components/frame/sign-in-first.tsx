import { buttonLook } from "@/components/ui/button";
import { Message } from "./message";

export function SignInFirst() {
  return (
    <Message
      title="Sign in first"
      next={
        <a href="/sign-in" className={buttonLook("primary")}>
          Sign in
        </a>
      }
    >
      <p>This page is for members of the team who are signed in.</p>
    </Message>
  );
}
