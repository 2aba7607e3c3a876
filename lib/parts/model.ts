import words from "@/lib/languages/messages/en/staff/parts.json";

/** What shared parts of pages say to staff by themselves. */
export const partWords = words;
