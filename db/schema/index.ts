export * from "./customers";
export * from "./operations";
export * from "./users";
