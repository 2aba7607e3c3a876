// Made by scripts/icons.mjs from Lucide (https://lucide.dev), under the ISC License:
// Copyright (c) 2026 Lucide Icons and Contributors; and under the MIT License, of Feather's:
// Copyright (c) 2013-present Cole Bemis.
import { draw, type Look } from "./icon";

export const ArrowLeft = (look: Look) => draw("M12 19l-7-7 7-7M19 12H5", look);
export const Box = (look: Look) =>
  draw(
    "M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16ZM3.3 7l8.7 5 8.7-5M12 22V12",
    look,
  );
export const Building2 = (look: Look) =>
  draw(
    "M10 12h4M10 8h4M14 21v-3a2 2 0 0 0-4 0v3M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16",
    look,
  );
export const Check = (look: Look) => draw("M20 6 9 17l-5-5", look);
export const ChevronDown = (look: Look) => draw("M6 9l6 6 6-6", look);
export const ChevronRight = (look: Look) => draw("M9 18l6-6-6-6", look);
export const CircleAlert = (look: Look) =>
  draw("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM12 8L12 12M12 16L12.01 16", look);
export const CircleCheck = (look: Look) =>
  draw("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM16 9l-5.5 5.5L8 12", look);
export const CircleDot = (look: Look) =>
  draw("M11 12a1 1 0 0 1 2 0a1 1 0 0 1 -2 0zM2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0z", look);
export const CircleMinus = (look: Look) =>
  draw("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM8 12h8", look);
export const CircleUser = (look: Look) =>
  draw(
    "M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM9 10a3 3 0 0 1 6 0a3 3 0 0 1 -6 0zM7 20.662V19a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v1.662",
    look,
  );
export const CircleX = (look: Look) =>
  draw("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM15 9l-6 6M9 9l6 6", look);
export const ClipboardCheck = (look: Look) =>
  draw(
    "M9 2h6a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-6a1 1 0 0 1 -1 -1v-2a1 1 0 0 1 1 -1zM16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2M9 14l2 2 4-4",
    look,
  );
export const Clock = (look: Look) =>
  draw("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM12 6v6l4 2", look);
export const Copy = (look: Look) =>
  draw(
    "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2",
    look,
  );
export const Dot = (look: Look) => draw("M11 12a1 1 0 0 1 2 0a1 1 0 0 1 -2 0z", look);
export const Download = (look: Look) =>
  draw("M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5", look);
export const Ellipsis = (look: Look) =>
  draw(
    "M11 12a1 1 0 0 1 2 0a1 1 0 0 1 -2 0zM18 12a1 1 0 0 1 2 0a1 1 0 0 1 -2 0zM4 12a1 1 0 0 1 2 0a1 1 0 0 1 -2 0z",
    look,
  );
export const ExternalLink = (look: Look) =>
  draw("M15 3h6v6M10 14 21 3M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6", look);
export const Eye = (look: Look) =>
  draw(
    "M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0M9 12a3 3 0 0 1 6 0a3 3 0 0 1 -6 0z",
    look,
  );
export const EyeOff = (look: Look) =>
  draw(
    "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49M14.084 14.158a3 3 0 0 1-4.242-4.242M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143M2 2l20 20",
    look,
  );
export const FlaskConical = (look: Look) =>
  draw(
    "M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2M6.453 15h11.094M8.5 2h7",
    look,
  );
export const Globe = (look: Look) =>
  draw(
    "M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0zM12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20",
    look,
  );
export const KeyRound = (look: Look) =>
  draw(
    "M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4zM16 7.5a.5 .5 0 0 1 1 0a.5 .5 0 0 1 -1 0zM16.5 7.5h.01",
    look,
  );
export const Landmark = (look: Look) =>
  draw(
    "M10 18v-7M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949zM14 18v-7M18 18v-7M3 22h18M6 18v-7",
    look,
  );
export const LayoutDashboard = (look: Look) =>
  draw(
    "M4 3h5a1 1 0 0 1 1 1v7a1 1 0 0 1 -1 1h-5a1 1 0 0 1 -1 -1v-7a1 1 0 0 1 1 -1zM15 3h5a1 1 0 0 1 1 1v3a1 1 0 0 1 -1 1h-5a1 1 0 0 1 -1 -1v-3a1 1 0 0 1 1 -1zM15 12h5a1 1 0 0 1 1 1v7a1 1 0 0 1 -1 1h-5a1 1 0 0 1 -1 -1v-7a1 1 0 0 1 1 -1zM4 16h5a1 1 0 0 1 1 1v3a1 1 0 0 1 -1 1h-5a1 1 0 0 1 -1 -1v-3a1 1 0 0 1 1 -1z",
    look,
  );
export const Lock = (look: Look) =>
  draw(
    "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2zM7 11V7a5 5 0 0 1 10 0v4",
    look,
  );
export const Mail = (look: Look) =>
  draw(
    "M22 7l-8.991 5.727a2 2 0 0 1-2.009 0L2 7M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z",
    look,
  );
export const Menu = (look: Look) => draw("M4 5h16M4 12h16M4 19h16", look);
export const MessageSquare = (look: Look) =>
  draw(
    "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
    look,
  );
export const MessageSquarePlus = (look: Look) =>
  draw(
    "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2zM12 8v6M9 11h6",
    look,
  );
export const Minus = (look: Look) => draw("M5 12h14", look);
export const PencilLine = (look: Look) =>
  draw(
    "M13 21h8M15 5l4 4M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
    look,
  );
export const Phone = (look: Look) =>
  draw(
    "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384",
    look,
  );
export const RefreshCw = (look: Look) =>
  draw(
    "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5",
    look,
  );
export const Search = (look: Look) =>
  draw("M21 21l-4.34-4.34M3 11a8 8 0 0 1 16 0a8 8 0 0 1 -16 0z", look);
export const ShieldCheck = (look: Look) =>
  draw(
    "M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM9 12l2 2 4-4",
    look,
  );
export const Smartphone = (look: Look) =>
  draw(
    "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-16a2 2 0 0 1 2 -2zM12 18h.01",
    look,
  );
export const TriangleAlert = (look: Look) =>
  draw(
    "M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01",
    look,
  );
export const User = (look: Look) =>
  draw("M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M8 7a4 4 0 0 1 8 0a4 4 0 0 1 -8 0z", look);
export const X = (look: Look) => draw("M18 6 6 18M6 6l12 12", look);
