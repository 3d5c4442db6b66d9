import fc from "fast-check";

/**
 * Laws meet other random inputs each time a person runs them; a failure names the seed that repeats it. In CI they all
 * have one seed: a red run there says something about the change, and the same change is red or green each time.
 * `SPANBRIDGE_LAWS_SEED` sets one anywhere.
 */
const seed = Number(process.env.SPANBRIDGE_LAWS_SEED ?? (process.env.CI ? "20261123" : ""));
if (seed !== 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
