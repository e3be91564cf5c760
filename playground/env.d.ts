declare module 'virtual:policies' {
  export const policies: readonly (Omit<import('./state/catalogue.ts').PolicyEntry, 'load'> & { readonly texts: string })[]
}
declare module '*?worker' {
  const WorkerFactory: new (options?: { readonly name?: string }) => Worker
  export default WorkerFactory
}
declare module '*.css'
declare module 'virtual:editor/zh' {
  export { Editor } from './editor/editor.tsx'
}
declare module 'virtual:editor/en' {
  export { Editor } from './editor/editor.tsx'
}
