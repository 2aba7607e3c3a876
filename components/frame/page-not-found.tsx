import { buttonLook } from "@/components/ui/button";
import { Message } from "./message";

export function PageNotFound() {
  return (
    <Message
      title="Page not found"
      next={
        <a href="/" className={buttonLook("primary")}>
          Go to the overview
        </a>
      }
    >
      <p>Nothing is at this address. It may have been mistyped, or what it showed is gone.</p>
    </Message>
  );
}
