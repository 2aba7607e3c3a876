export const widths = [320, 768, 1280] as const;
export const themes = ["light", "dark"] as const;

/** One page in one state, or one room of the gallery. */
export type Picture = {
  /** What is the same page in another width or theme has the same. */
  subject: string;
  /** Its address, or what the room is called. */
  title: string;
  /** Who looked at it. */
  as: string;
  width: (typeof widths)[number];
  theme: (typeof themes)[number];
  file: string;
};
