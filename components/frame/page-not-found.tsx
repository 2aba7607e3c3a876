import { Message, MessageLink } from "./message";

export function PageNotFound() {
  return (
    <Message title="Page not found" next={<MessageLink href="/">Go to the overview</MessageLink>}>
      <p>Nothing is at this address. It may have been mistyped, or what it showed is gone.</p>
    </Message>
  );
}
