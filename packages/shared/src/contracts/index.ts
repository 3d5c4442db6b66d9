export * from "./bulk.ts";
export * from "./exchange.ts";
export * from "./keys.ts";
export * from "./people.ts";
export * from "./project.ts";
export * from "./review.ts";
export * from "./snapshot.ts";
