"use client";

import { ServiceProblem, type ServiceProblemProps } from "@/components/frame/service-problem";
import { Standalone } from "@/components/frame/standalone";

export default function PageError(problem: ServiceProblemProps) {
  return (
    <Standalone>
      <ServiceProblem {...problem} />
    </Standalone>
  );
}
