/** Rendered by src/build/markdown.ts; `*.sql?raw` and `*?worker&url` are declared by vite/client. */
declare module '*.md?html' {
  const html: string;
  export default html;
}
