import "react-dom/client";

declare global {
  interface Window {
    /** What Next loads before it starts. It goes on in another task even where there is nothing to load. */
    __next_s?: [src: 0, props: { children: string }][];
  }
}

// React is set up in one task and Next in another, so that the browser can answer between them.
window.__next_s = [[0, { children: "" }]];
