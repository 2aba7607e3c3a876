"use client";

import { ServiceProblem, type ServiceProblemProps } from "@/components/frame/service-problem";
import { Standalone } from "@/components/frame/standalone";
import "./globals.css";

/** Stands in for a whole page: what failed lies outside the portal's frame. */
export default function GlobalError(problem: ServiceProblemProps) {
  return (
    <html lang="en">
      <body>
        <title>Problem with the service</title>
        <Standalone>
          <ServiceProblem {...problem} />
        </Standalone>
      </body>
    </html>
  );
}
