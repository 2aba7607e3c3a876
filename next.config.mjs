import { spawnSync } from "node:child_process";
import createNextIntlPlugin from "next-intl/plugin";

/** Empty where the sources are no repository and nobody says it, as an image's build does. */
const commit =
  process.env.BUILD_COMMIT ??
  spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).stdout?.trim() ??
  "";

/** @type {import("next").NextConfig} */
const config = {
  env: { BUILD_COMMIT: commit },
  // Tests build beside a running demo, not over it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // `npm run build -- --standalone`: copying takes time that tests and the demo need not spend.
  output: process.env.BUILD_STANDALONE ? "standalone" : undefined,
  typedRoutes: true,
  typescript: {
    // `npm run check` checks all types, tests included; a build need not do it again.
    ignoreBuildErrors: true,
    // Next writes its folder into the file it is given; the test build has one of its own.
    tsconfigPath: process.env.NEXT_DIST_DIR ? "tsconfig.test-build.json" : "tsconfig.json",
  },
  poweredByHeader: false,
  // What a page loads stands in its head; the same again as a header would be weight.
  reactMaxHeadersLength: 0,
  // Every page comes with its title in its head, as it does for readers without JavaScript.
  htmlLimitedBots: /.*/,
  // The server that the portal runs behind compresses (scripts/serve.mjs).
  compress: false,
  // The address of a link lets somebody in: development writes it down no more than production.
  logging: { incomingRequests: { ignore: [/\/(apply|handover)\//] } },
  // Logos are pasted and uploaded by people we serve; none of them goes through an image optimiser.
  images: { unoptimized: true },
  // Native code and files found by path at run time: neither survives bundling.
  // Mails are rendered by React's renderer for HTML, which a bundle for server components leaves out.
  // The counter of tries imports drizzle by a name it makes up at run time.
  serverExternalPackages: [
    "sharp",
    "pino",
    "postgres",
    "nodemailer",
    "@react-email/render",
    "rate-limiter-flexible",
    "drizzle-orm",
  ],
  turbopack: {
    // next-intl wraps use-intl; in browsers its wrapper would bring along a formatter that no page uses.
    resolveAlias: { "next-intl": { browser: "use-intl" } },
  },
  experimental: {
    // A process begins with what it is asked for, not with every page there is.
    preloadEntriesOnStart: false,
    authInterrupts: true,
    // A logo may be just under 4 MB; the multipart envelope needs room beside it.
    serverActions: { bodySizeLimit: "5mb" },
  },
};

// Messages are compiled once, so that no browser loads a parser of them.
const withTexts = createNextIntlPlugin({
  requestConfig: "./lib/languages/request.ts",
  experimental: {
    messages: {
      path: "./lib/languages/messages",
      format: "json",
      locales: "infer",
      precompile: true,
    },
  },
});

export default withTexts(config);
