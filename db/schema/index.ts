export * from "./customers";
export * from "./invitations";
export * from "./operations";
export * from "./reviews";
export * from "./users";
