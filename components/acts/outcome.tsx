"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import type { Explanation } from "./explanation";
import { SignInAgain } from "./sign-in-again";
import { TechnicalDetails } from "./technical-details";

/** Why an action did not do what was asked. It takes the focus that the action's button had. */
export function Outcome({ title, text, problem, signInAgain }: Explanation) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="w-full rounded-card">
      <Banner tone="blocked" title={title} role="alert">
        <p>{text}</p>
        {problem && <TechnicalDetails problem={problem} />}
        {signInAgain && (
          <p>
            <SignInAgain label={signInAgain} />
          </p>
        )}
      </Banner>
    </div>
  );
}
