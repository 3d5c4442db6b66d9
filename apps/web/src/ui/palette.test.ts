import { PALETTE_SIZE } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { lineStyles, nextColour, palette } from "./palette.ts";
import tokens from "./tokens.css?raw";

type Rgb = readonly [number, number, number];
const modes = ["light", "dark"] as const;
type Mode = (typeof modes)[number];

/** A colour of tokens.css as linear RGB. */
function colour(name: string, mode: Mode): Rgb {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  const hex = found?.[mode === "light" ? 1 : 2];
  if (!hex) throw new Error(`tokens.css has no opaque ${name}.`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

// WCAG 2.2, relative luminance and contrast ratio.
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB.
const visions: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Rgb, b: Rgb) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (m: readonly [Rgb, Rgb, Rgb], v: Rgb): Rgb => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const clamp = (v: Rgb): Rgb => v.map((x) => Math.min(1, Math.max(0, x))) as [number, number, number];

/** OKLab, where distance is close to perceived difference. */
function oklab(rgb: Rgb): Rgb {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as [number, number, number];
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}
const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe("label palette", () => {
  it("has as many colours as the contract says, each with a name of its own", () => {
    expect(palette).toHaveLength(PALETTE_SIZE);
    expect(new Set(palette.map(({ name }) => name)).size).toBe(PALETTE_SIZE);
  });

  for (const mode of modes) {
    const surfaces = ["--color-page", "--color-surface", "--color-raised"].map((name) => colour(name, mode));
    for (const { index, name } of palette) {
      it(`${name} passes contrast in ${mode}`, () => {
        const tint = colour(`--label-${index}-tint`, mode);
        const line = colour(`--label-${index}-line`, mode);
        expect(contrast(colour(`--label-${index}-ink`, mode), tint)).toBeGreaterThanOrEqual(4.5);
        // Running text that is highlighted keeps the colour of text.
        expect(contrast(colour("--color-ink", mode), tint)).toBeGreaterThanOrEqual(4.5);
        for (const surface of [...surfaces, tint]) expect(contrast(line, surface)).toBeGreaterThanOrEqual(3);
      });
    }

    for (const [vision, matrix] of Object.entries(visions)) {
      it(`tells hues that share a line style apart (${mode}, ${vision})`, () => {
        const seen = palette.map(({ index }) =>
          oklab(clamp(times(matrix, colour(`--label-${index}-line`, mode)))),
        );
        for (const line of lineStyles) {
          const [a, b] = palette.filter((swatch) => swatch.line === line);
          const [one, other] = [seen[a?.index ?? -1], seen[b?.index ?? -1]];
          expect(one && other && distance(one, other)).toBeGreaterThan(0.1);
        }
      });
    }
  }
});

describe("interface colours", () => {
  const text = ["ink", "ink-muted", "accent-ink", "good", "warn", "bad"];
  for (const mode of modes) {
    it(`text passes 4.5:1 on every surface (${mode})`, () => {
      for (const surface of ["page", "surface", "raised", "sunken"]) {
        for (const name of text) {
          const ratio = contrast(colour(`--color-${name}`, mode), colour(`--color-${surface}`, mode));
          expect(ratio, `${name} on ${surface}`).toBeGreaterThanOrEqual(4.5);
        }
      }
      const pairs = [
        ["accent-ink", "accent-soft"],
        ["good", "good-soft"],
        ["warn", "warn-soft"],
        ["bad", "bad-soft"],
        ["on-solid", "accent"],
        ["on-solid", "bad"],
        ["on-inverse", "inverse"],
      ] as const;
      for (const [ink, ground] of pairs) {
        const ratio = contrast(colour(`--color-${ink}`, mode), colour(`--color-${ground}`, mode));
        expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    });

    it(`edges of controls and the focus ring pass 3:1 (${mode})`, () => {
      for (const name of ["control", "focus"]) {
        for (const surface of ["page", "surface", "raised"]) {
          const ratio = contrast(colour(`--color-${name}`, mode), colour(`--color-${surface}`, mode));
          expect(ratio, `${name} on ${surface}`).toBeGreaterThanOrEqual(3);
        }
      }
    });
  }
});

describe("nextColour", () => {
  it("takes a free colour first, then the least used", () => {
    expect(nextColour([])).toBe(0);
    expect(nextColour([0, 1, 3])).toBe(2);
    const all = palette.map(({ index }) => index);
    expect(nextColour([...all, 0, 1])).toBe(2);
  });
});
