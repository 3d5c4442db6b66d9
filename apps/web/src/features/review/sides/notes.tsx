import type { Note } from "@spanbridge/shared";
import { Trash2 } from "lucide-react";
import { type FormEvent, type Ref, useState } from "react";
import { addNote, removeNote } from "../../../editor/model/actions/review.ts";
import { useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";

export function Notes({ inputRef }: { readonly inputRef: Ref<HTMLTextAreaElement> }) {
  const notes = useSegmentState(({ queue }) => queue.current.notes);
  const { mayEdit } = useDesk();
  return (
    <div className="flex flex-col gap-3 p-3">
      {notes.length === 0 && <p className="text-ink-muted text-sm">{t("No notes on this segment.")}</p>}
      <ul className="flex flex-col gap-2 empty:hidden">
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ul>
      {mayEdit && <NewNote inputRef={inputRef} />}
    </div>
  );
}

function NoteItem({ note }: { readonly note: Note }) {
  const desk = useDesk();
  const author = useSegmentState(({ meta }) => meta.people[note.author]);
  const own = note.author === desk.rules.user;
  return (
    <li className="rounded-md bg-sunken px-2.5 py-2">
      <p className="flex items-center gap-2 text-ink-muted text-xs">
        {own ? t("You") : (author ?? t("Somebody"))}
        <time dateTime={note.at}>{formatDateTime(note.at)}</time>
        {own && desk.mayEdit && (
          <IconButton
            icon={Trash2}
            size="sm"
            label={t("Delete the note")}
            className="ms-auto"
            onClick={() => removeNote(desk, note.id)}
          />
        )}
      </p>
      <p className="whitespace-pre-wrap break-words">{note.text}</p>
    </li>
  );
}

function NewNote({ inputRef }: { readonly inputRef: Ref<HTMLTextAreaElement> }) {
  const desk = useDesk();
  const [text, setText] = useState("");
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (addNote(desk, text, new Date().toISOString())) setText("");
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-end gap-2">
      <TextArea
        ref={inputRef}
        label={t("New note")}
        className="w-full"
        value={text}
        maxLength={10_000}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <Button type="submit" size="sm" disabled={text.trim() === ""}>
        {t("Add note")}
      </Button>
    </form>
  );
}
