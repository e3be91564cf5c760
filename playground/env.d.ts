declare module 'virtual:policies' {
  export const policies: readonly import('./state/catalogue.ts').PolicyEntry[]
}
declare module '*?worker' {
  const WorkerFactory: new (options?: { readonly name?: string }) => Worker
  export default WorkerFactory
}
declare module '*.css'
