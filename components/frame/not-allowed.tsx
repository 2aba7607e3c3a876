import { Message, MessageLink } from "./message";

export function NotAllowed() {
  return (
    <Message
      title="You cannot do this"
      next={<MessageLink href="/">Go to the overview</MessageLink>}
    >
      <p>Your role does not allow this. An admin can change it.</p>
    </Message>
  );
}
