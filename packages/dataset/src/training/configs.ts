import type { TrainingCounts, TrainingOptions } from "@spanbridge/shared/contracts";
import { isPreferenceShape } from "@spanbridge/shared/contracts";

type ConfigFile = { readonly name: string; readonly text: string };

export type ConfigFacts = {
  readonly options: TrainingOptions;
  /** Of the data set, as trainers call it: letters, digits and underscores. */
  readonly name: string;
  readonly report: TrainingCounts;
};

/** Files with which the data can be trained on as it lies there; learning rates and sizes are the trainers' usual ones. */
export function configFiles(facts: ConfigFacts): readonly ConfigFile[] {
  const { shape } = facts.options;
  switch (shape) {
    case "sft-openai":
    case "sft-sharegpt":
    case "sft-alpaca":
    case "preference-llamafactory":
      return [
        { name: "dataset_info.json", text: datasetInfo(facts) },
        { name: shape === "preference-llamafactory" ? "dpo.yaml" : "sft.yaml", text: llamaFactory(facts) },
      ];
    case "sft-trl":
      return [{ name: "train_sft.py", text: trl(facts) }];
    case "preference-trl":
      return [{ name: "train_dpo.py", text: trl(facts) }];
    case "sequence-t5":
      return [{ name: "train_t5.py", text: t5(facts) }];
  }
}

const hasDev = ({ report }: ConfigFacts): boolean => report.counts.some(({ part }) => part === "dev");

/** Room for the longest example: the next power of two above a tenth more than was counted. */
function room({ report }: ConfigFacts): number {
  const longest = Math.max(1, ...report.counts.map(({ longest }) => longest)) * 1.1;
  return Math.max(512, 2 ** Math.ceil(Math.log2(longest)));
}

/** Examples to a step: one on the device, so many times. */
const ACCUMULATED = 8;
const epochsOf = ({ options }: ConfigFacts): number => (isPreferenceShape(options.shape) ? 1 : 3);

/** A tenth of all steps, as a number: newer trainers have no ratio any more, older ones no other way. */
function warmup(facts: ConfigFacts): number {
  const examples = facts.report.counts
    .filter(({ part }) => part === "train")
    .reduce((sum, count) => sum + count.examples, 0);
  return Math.ceil((0.1 * examples * epochsOf(facts)) / ACCUMULATED);
}

function datasetInfo(facts: ConfigFacts): string {
  const parts = ["train", ...(hasDev(facts) ? ["dev"] : [])];
  const entries = parts.map((part) => [
    `${facts.name}_${part}`,
    { file_name: `${part}.jsonl`, ...columns(facts) },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function columns({ options: { shape } }: ConfigFacts): object {
  switch (shape) {
    case "sft-openai":
      return {
        formatting: "sharegpt",
        columns: { messages: "messages" },
        tags: {
          role_tag: "role",
          content_tag: "content",
          user_tag: "user",
          assistant_tag: "assistant",
          system_tag: "system",
        },
      };
    case "sft-alpaca":
      return { columns: { prompt: "instruction", query: "input", response: "output", system: "system" } };
    case "preference-llamafactory":
      return {
        ranking: true,
        formatting: "sharegpt",
        columns: { messages: "conversations", system: "system", chosen: "chosen", rejected: "rejected" },
      };
    default:
      return { formatting: "sharegpt", columns: { messages: "conversations", system: "system" } };
  }
}

function llamaFactory(facts: ConfigFacts): string {
  const { options, name } = facts;
  const dpo = isPreferenceShape(options.shape);
  const evaluation = hasDev(facts)
    ? `\n### evaluation\neval_dataset: ${name}_dev\nper_device_eval_batch_size: 1\neval_strategy: steps\neval_steps: 200\n`
    : "";
  return `# llamafactory-cli train ${dpo ? "dpo" : "sft"}.yaml
# The base model and its template are yours to choose.

### model
model_name_or_path: ${JSON.stringify(options.model)}
trust_remote_code: false

### method
stage: ${dpo ? "dpo" : "sft"}
do_train: true
finetuning_type: lora
lora_rank: 16
lora_target: all
${dpo ? "pref_beta: 0.1\npref_loss: sigmoid\n" : ""}
### data
dataset_dir: .
dataset: ${name}_train
template: ${templateOf(options.model)}
cutoff_len: ${room(facts)}

### output
output_dir: saves/${name}
logging_steps: 10
save_steps: 500
plot_loss: true

### training
per_device_train_batch_size: 1
gradient_accumulation_steps: ${ACCUMULATED}
learning_rate: ${dpo ? "5.0e-6" : "1.0e-4"}
num_train_epochs: ${epochsOf(facts).toFixed(1)}
lr_scheduler_type: cosine
warmup_steps: ${warmup(facts)}
bf16: true
seed: 42
${evaluation}`;
}

/** LLaMA-Factory's name for the chat template of a model family; "default" is its plain one. */
function templateOf(model: string): string {
  const families = [
    [/qwen3/i, "qwen3"],
    [/qwen/i, "qwen"],
    [/llama-?3/i, "llama3"],
    [/gemma/i, "gemma"],
    [/mistral/i, "mistral"],
  ] as const;
  return families.find(([pattern]) => pattern.test(model))?.[1] ?? "default";
}

function trl(facts: ConfigFacts): string {
  const dpo = isPreferenceShape(facts.options.shape);
  const [config, trainer] = dpo ? ["DPOConfig", "DPOTrainer"] : ["SFTConfig", "SFTTrainer"];
  const dev = hasDev(facts);
  return `# pip install "trl[peft]" datasets ; python train_${dpo ? "dpo" : "sft"}.py
# The base model is yours to choose.
from datasets import load_dataset
from peft import LoraConfig
from trl import ${config}, ${trainer}

MODEL = ${JSON.stringify(facts.options.model)}

data = load_dataset("json", data_files={"train": "train.jsonl"${dev ? ', "dev": "dev.jsonl"' : ""}})

trainer = ${trainer}(
    model=MODEL,
    args=${config}(
        output_dir="saves/${facts.name}",
        max_length=${room(facts)},
        per_device_train_batch_size=1,
        gradient_accumulation_steps=${ACCUMULATED},
        learning_rate=${dpo ? "5e-6" : "1e-4"},
        num_train_epochs=${epochsOf(facts)},
        lr_scheduler_type="cosine",
        warmup_steps=${warmup(facts)},
        bf16=True,
        logging_steps=10,
        seed=42,${dpo ? "\n        beta=0.1," : ""}${dev ? '\n        eval_strategy="steps",\n        eval_steps=200,' : ""}
    ),
    train_dataset=data["train"],${dev ? '\n    eval_dataset=data["dev"],' : ""}
    peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"),
)
trainer.train()
trainer.save_model()
`;
}

function t5(facts: ConfigFacts): string {
  const dev = hasDev(facts);
  return `# pip install transformers datasets sentencepiece ; python train_t5.py
# Targets are "(TYPE, words) (TYPE, words)" in reading order; nothing where there are no entities.
from datasets import load_dataset
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
)

MODEL = "google/flan-t5-base"
tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForSeq2SeqLM.from_pretrained(MODEL)


def encode(rows):
    encoded = tokenizer(rows["input"], truncation=True, max_length=${room(facts)})
    encoded["labels"] = tokenizer(text_target=rows["target"], truncation=True, max_length=512)["input_ids"]
    return encoded


data = load_dataset("json", data_files={"train": "train.jsonl"${dev ? ', "dev": "dev.jsonl"' : ""}})
data = data.map(encode, batched=True, remove_columns=["input", "target"])

trainer = Seq2SeqTrainer(
    model=model,
    args=Seq2SeqTrainingArguments(
        output_dir="saves/${facts.name}",
        per_device_train_batch_size=16,
        learning_rate=1e-4,
        num_train_epochs=10,
        seed=42,${dev ? '\n        eval_strategy="epoch",' : ""}
    ),
    train_dataset=data["train"],${dev ? '\n    eval_dataset=data["dev"],' : ""}
    data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
)
trainer.train()
trainer.save_model()
`;
}
