"use client";

import { ServiceProblem, type ServiceProblemProps } from "@/components/frame/service-problem";
import { Standalone } from "@/components/frame/standalone";
import "./globals.css";

/** Stands in for the root layout itself. */
export default function GlobalError(problem: ServiceProblemProps) {
  return (
    <html lang="en">
      <body>
        <Standalone>
          <ServiceProblem {...problem} />
        </Standalone>
      </body>
    </html>
  );
}
