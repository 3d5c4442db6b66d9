export * from "./seeded.ts";
