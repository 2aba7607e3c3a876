// The icons of the portal. Each is one path: Lucide's components draw up to six, and in the browser too.
// Run as `node scripts/icons.mjs` after an update of Lucide or of this list.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { icons } from "lucide";

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

const names = [
  "ArrowLeft",
  "Box",
  "Building2",
  "Check",
  "ChevronDown",
  "ChevronRight",
  "CircleAlert",
  "CircleCheck",
  "CircleDot",
  "CircleMinus",
  "CircleUser",
  "CircleX",
  "ClipboardCheck",
  "Clock",
  "Copy",
  "Dot",
  "Download",
  "Ellipsis",
  "ExternalLink",
  "Eye",
  "EyeOff",
  "FlaskConical",
  "Globe",
  "KeyRound",
  "Landmark",
  "LayoutDashboard",
  "Lock",
  "Mail",
  "Menu",
  "MessageSquare",
  "MessageSquarePlus",
  "Minus",
  "PencilLine",
  "Phone",
  "RefreshCw",
  "Search",
  "ShieldCheck",
  "Smartphone",
  "TriangleAlert",
  "User",
  "X",
];

export const iconsFile = "components/ui/icons.ts";

const notice = `// Made by scripts/icons.mjs from Lucide (https://lucide.dev), under the ISC License:
// Copyright (c) 2026 Lucide Icons and Contributors; and under the MIT License, of Feather's:
// Copyright (c) 2013-present Cole Bemis.
import { draw, type Look } from "./icon";
`;

export function iconComponents() {
  const components = names.map(
    (name) => `export const ${name} = (look: Look) => draw("${pathOf(icons[name])}", look);`,
  );
  const code = [notice, ...components].join("\n");
  const args = [biome, "format", `--stdin-file-path=${iconsFile}`];
  return execFileSync(process.execPath, args, { input: code, encoding: "utf8" });
}

function pathOf(shapes) {
  return shapes.map(([shape, attributes]) => asPath[shape](attributes)).join("");
}

const asPath = {
  path: ({ d }) => standingAlone(d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  // What is filled is a dot no wider than two strokes: a point in its middle fills it.
  circle: ({ cx, cy, r, fill }) =>
    `M${cx - r} ${cy}${arc(r, 2 * r, 0)}${arc(r, -2 * r, 0)}z${fill ? `M${cx} ${cy}h.01` : ""}`,
  rect: ({ x, y, width, height, rx }) => {
    const r = Number(rx);
    const [across, down] = [width - 2 * r, height - 2 * r];
    const top = `M${Number(x) + r} ${y}h${across}${arc(r, r, r)}`;
    return `${top}v${down}${arc(r, -r, r)}h${-across}${arc(r, -r, -r)}v${-down}${arc(r, r, -r)}z`;
  },
};

function arc(radius, dx, dy) {
  return `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
}

/** A path's first point counts from the last of the path before it: `m9 12 2 2` must be `M9 12l2 2`. */
function standingAlone(path) {
  return path.replace(/^m(-?\d*\.?\d+) ?(-?\d*\.?\d+) ?(?=[-.\d])/, "M$1 $2l").replace(/^m/, "M");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(iconsFile, iconComponents());
}
