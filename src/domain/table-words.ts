/** The name of a table beside another: its sheet alone where both are in one workbook. */
export function calledBeside(id: string, other: string): string {
  const [mark, theirs] = [id.lastIndexOf('#'), other.lastIndexOf('#')];
  const isSameFile = mark > 0 && theirs > 0 && id.slice(0, mark) === other.slice(0, theirs);
  return isSameFile ? id.slice(mark + 1) : id;
}
