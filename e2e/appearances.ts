/** How people have their screens. */
export const appearances = {
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { contextOptions: { forcedColors: "active" } },
  "reduced motion": { contextOptions: { reducedMotion: "reduce" } },
} as const;
