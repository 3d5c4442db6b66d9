import { expect, it } from "vitest";
import { snippetsFor } from "./snippets.ts";

it("every script names this server and this project, and no other", () => {
  const snippets = snippetsFor("https://spans.example.org", "news-zh");
  expect(snippets.map(({ library }) => library)).toEqual(["requests", "pandas", "datasets", "spacy"]);
  for (const { code } of snippets) {
    expect(code).toContain('"SPANBRIDGE_URL", "https://spans.example.org"');
    expect(code).toContain('"SPANBRIDGE_PROJECT", "news-zh"');
    expect(code).not.toMatch(/127\.0\.0\.1|my-project|sb_[0-9a-f]/);
  }
});
