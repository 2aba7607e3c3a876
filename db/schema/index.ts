export * from "./answer-changes";
export * from "./customers";
export * from "./institutions";
export * from "./invitations";
export * from "./launch";
export * from "./operations";
export * from "./reviews";
export * from "./users";
