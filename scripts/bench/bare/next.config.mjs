import path from "node:path";
import { fileURLToPath } from "node:url";

/** Next as it comes, but for what this machine's checkout asks: packages lie three folders up. */
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** @type {import("next").NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  typescript: { ignoreBuildErrors: true },
  // Turbopack looks upwards for proxy.ts and instrumentation.ts, and would take the portal's.
  pageExtensions: ["bare.tsx", "bare.ts"],
  serverExternalPackages: ["postgres"],
};

export default config;
