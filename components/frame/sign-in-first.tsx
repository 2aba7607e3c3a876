"use client";

import { ButtonLink } from "@/components/ui/button";
import { Message } from "./message";

export function SignInFirst() {
  return (
    <Message title="Sign in first" next={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
      <p>This page is for members of the team who are signed in.</p>
    </Message>
  );
}
