/** Calls back when colours may have changed: the theme, told by the system or set on the page, and that it is being printed. */
export function watchLooks(again: () => void): () => void {
  const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', again);
  const observer = new MutationObserver(again);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme'] });
  return () => {
    for (const one of media) one.removeEventListener('change', again);
    observer.disconnect();
  };
}
