"use client";

import { ButtonLink } from "@/components/ui/button";
import { Message } from "./message";

export function NotAllowed() {
  return (
    <Message title="You cannot do this" next={<ButtonLink href="/">Go to the overview</ButtonLink>}>
      <p>Your role does not allow this. An admin can change it.</p>
    </Message>
  );
}
