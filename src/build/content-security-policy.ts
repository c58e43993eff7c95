import type { Plugin } from 'vite';

/**
 * "Your data never leaves" is this policy. It binds the page, and any worker started from a blob; a worker started
 * from a network address would escape it (src/docs/decisions/0004-workers-start-from-a-blob.md). `style:` directives
 * and transitions go through the object model and need no exception; a static `style="..."` attribute is refused.
 */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Builds only: the development server injects inline styles and scripts that the policy would refuse. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'perennial:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
