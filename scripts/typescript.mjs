// Loaded by every Node that runs our TypeScript by itself: this is the server, so `server-only` is
// nothing. Node's condition `react-server` would do that too, and take away React's renderer.
import process from "node:process";
import { fileURLToPath } from "node:url";

process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL("../tsconfig.scripts.json", import.meta.url));
await import("tsx");
