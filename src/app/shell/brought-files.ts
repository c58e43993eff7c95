/** The files of a drop, including those in its folders, without hidden files. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  if (!transfer) return [];
  // Read at once: both lists are empty after the event.
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  return (await Promise.all(entries.map(filesIn))).flat().filter(({ name }) => !name.startsWith('.'));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A call gives at most a hundred entries, and none at the end.
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

/** The files of a paste: copied files, or cells of a spreadsheet as one file. None for text that is not a table. */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard) return [];
  if (clipboard.files.length > 0 && !clipboard.types.includes('text/plain')) return [...clipboard.files];
  const text = clipboard.getData('text/plain');
  const rows = text.trimEnd().split('\n').length;
  if (rows < 2 || !/[\t;,|]/.test(text)) return [];
  return [new File([text], `pasted-${++pasted}.txt`, { type: 'text/plain' })];
}

/** Whether a paste goes to a text field. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], .cm-editor') !== null;
