/** The files of a drop, those in its folders too. Hidden files, which people do not know of, are passed over. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  if (!transfer) return [];
  // Both lists are empty once the event is over.
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  return (await Promise.all(entries.map(filesIn))).flat().filter(({ name }) => !name.startsWith('.'));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(found.map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

let pasted = 0;

/** What was copied in a spreadsheet, as a file; copied files as they are. Text that is no table is not for us. */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard) return [];
  if (clipboard.files.length > 0 && !clipboard.types.includes('text/plain')) return [...clipboard.files];
  const text = clipboard.getData('text/plain');
  const rows = text.trimEnd().split('\n').length;
  if (rows < 2 || !/[\t;,|]/.test(text)) return [];
  return [new File([text], `pasted-${++pasted}.txt`, { type: 'text/plain' })];
}

/** Whether a paste is meant for a field in which somebody writes. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], .cm-editor') !== null;
