"use client";

export { ServiceProblem as default } from "@/components/frame/service-problem";
