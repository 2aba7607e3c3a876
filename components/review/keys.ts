/** Buttons by key; a key moves the focus there, and Enter presses. Nothing is decided by one key. */
export const shortcuts = { approve: "a", requestChanges: "c", reviewNext: "n" } as const;
