export * from "./counts.ts";
export * from "./spans.ts";
