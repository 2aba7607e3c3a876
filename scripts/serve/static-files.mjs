// What browsers load of a build: compressed once when it is made, served from memory.
import { readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const folder = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", "static");

/** Styles and scripts are read in the encoding of the page that loads them. */
const texts = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Compressed in themselves. */
const others = { ".ico": "image/x-icon", ".png": "image/png", ".woff2": "font/woff2" };

/** Best first; both compress as far as they can unless told otherwise. */
const encodings = [
  { name: "br", ending: ".br", compress: promisify(brotliCompress) },
  {
    name: "gzip",
    ending: ".gz",
    compress: (content) => promisify(gzip)(content, { level: 9 }),
  },
];

/**
 * Chromium compiles all of a script that begins with this while it loads, beside the page; without it each function
 * when it is first called, while the page waits for it. Others read a comment.
 * Source: https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

export async function prepareStaticFiles() {
  for (const name of readdirSync(folder, { recursive: true }).filter(isCompressible)) {
    const file = path.join(folder, name);
    if (path.extname(name) === ".js") await writeFile(file, compileHint + (await readFile(file)));
    const content = await readFile(file);
    await Promise.all(
      encodings.map(async ({ ending, compress }) =>
        writeFile(file + ending, await compress(content)),
      ),
    );
  }
}

/**
 * Answers for files of the build; says false to every other request. They are held in memory, so that
 * a build made meanwhile takes none away. Read synchronously: a start has nothing else to do, and
 * small files take ten times as long otherwise.
 */
export function staticFiles() {
  const files = new Map();
  const names = new Set(readdirSync(folder, { recursive: true }));
  const read = (name) => readFileSync(path.join(folder, name));
  for (const name of names) {
    const address = `/_next/static/${name.split(path.sep).join("/")}`;
    const ending = path.extname(name);
    if (ending in others) files.set(address, { type: others[ending], plain: read(name) });
    if (!isCompressible(name)) continue;
    // A build that was made without compressing is served by Next, and compressed on the way.
    const compressed = encodings.filter(({ ending }) => names.has(name + ending));
    const bodies = compressed.map(({ name: encoding, ending }) => [encoding, read(name + ending)]);
    files.set(address, { type: texts[ending], ...Object.fromEntries(bodies) });
  }
  return (request, response) => {
    const file = files.get(request.url.split("?", 1)[0]);
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = encodings.find(({ name }) => accepted.includes(name) && file?.[name])?.name;
    const body = file?.[encoding ?? "plain"];
    if (!body || (request.method !== "GET" && request.method !== "HEAD")) return false;
    // HTTP/1.1 keeps a connection without being told: 48 bytes less with each file.
    if (!response.hasHeader("Connection")) response.removeHeader("Connection");
    response.writeHead(200, {
      "Content-Type": file.type,
      ...(encoding && { "Content-Encoding": encoding, Vary: "Accept-Encoding" }),
      "Content-Length": body.length,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    response.end(body);
    return true;
  };
}

function isCompressible(name) {
  return path.extname(name) in texts;
}
