import { Message, MessageLink } from "./message";

export function SignInFirst() {
  return (
    <Message title="Sign in first" next={<MessageLink href="/sign-in">Sign in</MessageLink>}>
      <p>This page is for members of the team who are signed in.</p>
    </Message>
  );
}
