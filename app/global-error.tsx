"use client";

import { ServiceProblem, type ServiceProblemProps } from "@/components/frame/service-problem";
import { Standalone } from "@/components/frame/standalone";
import "./globals.css";

/**
 * Stands in for a whole page: what failed lies outside every frame, and with it who is spoken to in
 * which language. Customers' pages have frames that do not fail.
 */
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
