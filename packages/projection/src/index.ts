export * from "./place/normalise.ts";
export * from "./place/place.ts";
