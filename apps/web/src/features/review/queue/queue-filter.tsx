import { type ReviewState, reviewStates } from "@spanbridge/shared";
import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Flag, Search, X } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { trpc } from "../../../app/trpc.ts";
import { controlClass } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { stateFaces } from "../../../ui/review-state.tsx";
import { Select } from "../../../ui/select.tsx";

type QueueFilterBarProps = {
  readonly project: string;
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

const ALL = "all documents";
/** Long enough that a word is not searched letter by letter. */
const TYPING_MS = 250;

export function QueueFilterBar({ project, filter, onChange, inputRef }: QueueFilterBarProps) {
  const toggle = (state: ReviewState): void => {
    const states = filter.states.includes(state)
      ? filter.states.filter((other) => other !== state)
      : [...filter.states, state];
    onChange({ ...filter, states });
  };
  return (
    <search aria-label="Filter the queue" className="flex flex-col gap-1.5 border-line border-b p-2">
      <TextFilter
        text={filter.text ?? ""}
        onChange={(text) => onChange({ ...filter, text: text || undefined })}
        inputRef={inputRef}
      />
      <div className="flex items-center gap-0.5">
        {reviewStates.map((state) => (
          <IconButton
            key={state}
            icon={stateFaces[state].icon}
            label={`Only ${stateFaces[state].name.toLowerCase()}`}
            aria-pressed={filter.states.includes(state)}
            onClick={() => toggle(state)}
          />
        ))}
        <IconButton
          icon={Flag}
          label="Only flagged"
          aria-pressed={filter.flagged === true}
          onClick={() => onChange({ ...filter, flagged: filter.flagged ? undefined : true })}
        />
      </div>
      <DocumentFilter project={project} filter={filter} onChange={onChange} />
    </search>
  );
}

type TextFilterProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

function TextFilter({ text, onChange, inputRef }: TextFilterProps) {
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const [seen, setSeen] = useState(text);
  const [composing, setComposing] = useState(false);
  // The address changed by another way than by typing here: Back, a link, "show all".
  if (text !== seen) {
    setSeen(text);
    if (text !== sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === text || composing) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, composing, onChange]);
  return (
    <div className="relative">
      <Search aria-hidden className="absolute top-2 left-2 size-4 text-ink-muted" />
      <input
        ref={inputRef}
        type="search"
        aria-label="Text in source, translation or id"
        placeholder="Text or id"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        className={clsx(controlClass, "w-full pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {typed !== "" && (
        <IconButton
          icon={X}
          size="sm"
          label="Clear the text"
          className="absolute top-1 right-1"
          onClick={() => onChange("")}
        />
      )}
    </div>
  );
}

function DocumentFilter({ project, filter, onChange }: Omit<QueueFilterBarProps, "inputRef">) {
  const { data: documents = [] } = useQuery(trpc.documents.list.queryOptions({ project }));
  if (documents.length < 2) return null;
  const options = [
    { value: ALL, label: "All documents" },
    ...documents.map(({ name }) => ({ value: `=${name}`, label: name || "(no document)" })),
  ];
  return (
    <Select
      label="Document"
      options={options}
      value={filter.document === undefined ? ALL : `=${filter.document}`}
      onChange={(value) => onChange({ ...filter, document: value === ALL ? undefined : value.slice(1) })}
    />
  );
}
