"use client";

import { ButtonLink } from "@/components/ui/button";
import { Message } from "./message";

export function PageNotFound() {
  return (
    <Message title="Page not found" next={<ButtonLink href="/">Go to the overview</ButtonLink>}>
      <p>Nothing is at this address. It may have been mistyped, or what it showed is gone.</p>
    </Message>
  );
}
