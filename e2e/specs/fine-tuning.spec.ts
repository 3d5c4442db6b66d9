import { RunsPage } from "../pages/runs-page.ts";
import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";
import { knownFrom } from "../support/stand-in/data.ts";
import { type StandIn, startStandIn } from "../support/stand-in/server.ts";

const rows = sampleRows("zh", 6);
let model: StandIn;
test.beforeAll(async () => {
  model = await startStandIn(knownFrom(rows));
});
test.afterAll(() => model.close());

test("training data is sent to an endpoint, a training is cancelled, another one gives a model for the next run", async ({
  page,
  seed,
}) => {
  const runs = new RunsPage(page);
  const project = await seed("zh", rows);
  await page.goto(`/projects/${project}/snapshots/new`);
  await page.getByRole("textbox", { name: "Name" }).fill("v1");
  await page.getByRole("radio", { name: "Not at all" }).click();
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "v1" })).toBeVisible();

  const section = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Fine-tune a model" }) });
  const job = (name: string) =>
    section.getByRole("listitem", { name: `Fine-tuning of ${name}`, exact: true });
  const begin = async (baseModel: string) => {
    await section.getByRole("textbox", { name: "Model to start from" }).fill(baseModel);
    await section.getByRole("button", { name: "Send and train" }).click();
  };

  await test.step("what is missing is said, and where it may not go", async () => {
    await page.getByRole("switch", { name: "Only accepted segments" }).click();
    await begin("");
    await expect(section.getByText("Name the model to start from.")).toBeVisible();
    await section.getByRole("textbox", { name: "Key variable" }).fill("");
    await section.getByRole("textbox", { name: "Address" }).fill("https://elsewhere.example/v1");
    await begin("base");
    await expect(section.getByText(/may not be sent to https:\/\/elsewhere\.example/)).toBeVisible();
  });

  await test.step("one is watched and cancelled", async () => {
    await section.getByRole("textbox", { name: "Address" }).fill(model.baseUrl);
    await begin("base+stay");
    await expect(job("base+stay").getByText(/The endpoint says: running/)).toBeVisible({ timeout: 90_000 });
    await expect(job("base+stay")).toContainText("18 examples, 0 for development");
    await check(page, "a fine-tuning under way");
    await job("base+stay").getByRole("button", { name: "Cancel" }).click();
    await expect(job("base+stay").getByText("Cancelled", { exact: true })).toBeVisible({ timeout: 90_000 });
    expect(model.fineTuning.jobs[0]?.status).toBe("cancelled");
  });

  await test.step("one fails, and says why", async () => {
    await begin("base+fail");
    await expect(
      job("base+fail").getByText("The training failed: The training data has too few examples."),
    ).toBeVisible({
      timeout: 90_000,
    });
  });

  await test.step("one gives a model, which a run uses", async () => {
    await begin("base");
    await expect(job("base").getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
    const name = `ft:base:spanbridge::${model.fineTuning.jobs.at(-1)?.id}`;
    await expect(job("base")).toContainText(name);
    await check(page, "a fine-tuning that is done");
    await job("base").getByRole("link", { name: "Use it in a run" }).click();
    await page.getByRole("combobox", { name: "Trained on this project" }).click();
    await page.getByRole("option", { name: `${name} (v1)` }).click();
    await expect(page.getByRole("textbox", { name: "Model", exact: true })).toHaveValue(name);
    await expect(page.getByRole("textbox", { name: "Address", exact: true })).toHaveValue(model.baseUrl);
    await runs.button("Test on three segments").click();
    await runs.done();
    expect(model.asked.length).toBeGreaterThan(0);
    expect(new Set(model.asked.map(({ body }) => body.model))).toEqual(new Set([name]));
  });
});
