// @vitest-environment happy-dom
import { defaultLabels } from "@spanbridge/shared/contracts";
import { beforeEach, describe, expect, test } from "vitest";
import { commandsFor } from "../../editor/model/keys/commands.ts";
import { ar } from "./ar.ts";
import { ja } from "./ja.ts";
import { said, startLanguage, t } from "./t.ts";
import { templatesOf } from "./templates.ts";
import { zhHans } from "./zh-hans.ts";

const catalogues = { "zh-Hans": zhHans, ja, ar };
const bare = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, "");
const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").sort();

async function speak(language: string): Promise<void> {
  localStorage.setItem("spanbridge.language", language);
  await startLanguage();
}

beforeEach(() => speak("en"));

test("what the server says is said in the person's language, with the names that stand in it", async () => {
  const told = '"PER" is used in 3 segments. Rename it, or change those spans first.';
  expect(said(told)).toBe(told);
  await speak("ja");
  expect(said(told)).toMatch(/^「PER」は 3 segments /);
  expect(said("What no catalogue knows.")).toBe("What no catalogue knows.");
});

describe("the catalogues", () => {
  test("have the same sentences, with the same blanks", () => {
    const keys = (catalogue: object) => [...new Set(Object.keys(catalogue).map(bare))].sort();
    expect(keys(ja)).toEqual(keys(zhHans));
    expect(keys(ar)).toEqual(keys(zhHans));
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const [key, value] of Object.entries(catalogue)) {
        const missing = blanks(bare(key)).filter((name) => name !== "count" && !blanks(value).includes(name));
        expect(missing, `${language}: ${key}`).toEqual([]);
      }
    }
  });

  test("have every sentence that the review screen asks for", () => {
    const sources = import.meta.glob<string>(
      ["../../features/review/**/*.{ts,tsx}", "../../app/shell/*.tsx"],
      {
        query: "?raw",
        import: "default",
        eager: true,
      },
    );
    const known = new Set(Object.keys(zhHans).map(bare));
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\bt\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, key]) => key ?? ""),
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  for (const language of Object.keys(catalogues)) {
    test(`name every action in ${language}`, async () => {
      await speak(language);
      for (const { title, hint, group, id } of commandsFor(defaultLabels)) {
        expect(said(title), id).not.toBe(title);
        expect(said(group)).not.toBe(group);
        if (hint && !id.startsWith("label_")) expect(said(hint), id).not.toBe(hint);
      }
    });
  }
});

describe("sentences", () => {
  test("are those that are written in English", () => {
    expect(t("Accept & next")).toBe("Accept & next");
    expect(t("{{position}} of {{total}}", { position: 3, total: "1,000" })).toBe("3 of 1,000");
    expect(said("Relabel 奧巴馬 as PER")).toBe("Relabel 奧巴馬 as PER");
    expect(document.documentElement.dir).toBe("ltr");
  });

  test("that were put together elsewhere are found by their template", async () => {
    await speak("zh-Hans");
    expect(said("Undone: Relabel 奧巴馬 as PER")).toBe("已撤销：将 奧巴馬 改标为 PER");
    expect(said("Labelled ORG here and PER in the translation.")).toBe("此处标为 ORG，译文中标为 PER。");
    expect(said("Label A as B, linked to C")).toBe("将 A 标为 B，链接到 C");
    expect(said("12 spans")).toBe("12 个片段");
    expect(said("Nobody wrote this one down and left.")).toBe("Nobody wrote this one down and left.");
    // What people write is not the interface's.
    expect(said("Selected Saved")).toBe("已选择 Saved");
  });

  test("count as each language does, and turn the page round", async () => {
    await speak("ar");
    expect(document.documentElement.dir).toBe("rtl");
    expect([2, 3, 11, 100].map((count) => said(`${count} spans`))).toEqual([
      "مقطعان",
      "3 مقاطع",
      "11 مقطعًا",
      "100 مقطعًا",
    ]);
  });

  test("with blanks are tried from the surest on", () => {
    expect(templatesOf({ "{{a}} and {{b}}": "", "Undo: {{what}}": "", x: "" }).map(({ key }) => key)).toEqual(
      ["Undo: {{what}}"],
    );
  });
});
