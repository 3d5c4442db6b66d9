export * from "./exchange.ts";
export * from "./people.ts";
export * from "./project.ts";
export * from "./review.ts";
