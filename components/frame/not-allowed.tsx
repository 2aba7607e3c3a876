import { Message, MessageLink } from "./message";

export function NotAllowed() {
  return (
    <Message
      title="You cannot do this"
      next={<MessageLink href="/">Go to the overview</MessageLink>}
    >
      <p>
        Your role does not allow this. An admin can change it. See{" "}
        <a href="/admin/team/roles" className="text-primary underline underline-offset-4">
          which role may do what, and who gives roles
        </a>
        .
      </p>
    </Message>
  );
}
