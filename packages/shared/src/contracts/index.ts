export * from "./exchange.ts";
export * from "./project.ts";
export * from "./review.ts";
