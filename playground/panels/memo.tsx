import type { ComponentChildren, FunctionComponent, VNode } from 'preact'
import { createElement } from 'preact'
import { useRef } from 'preact/hooks'

/** Lists are the same when their elements are: they are often made anew from the same elements. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => each === b[index])
  return Object.is(a, b)
}

export function sameProps(a: object, b: object): boolean {
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))]
  return one.length === other.size && one.every(([key, value]) => same(value, other.get(key)))
}

/** A component that is drawn again only when its properties differ (`alike` says which are the same), or a signal that it reads. */
export function memo<Props extends object>(View: FunctionComponent<Props>, alike: (a: Props, b: Props) => boolean = sameProps): FunctionComponent<Props> {
  return function Memo(props: Props): ComponentChildren {
    const last = useRef<{ readonly props: Props; readonly drawn: VNode<Props> } | null>(null)
    if (last.current === null || !alike(last.current.props, props)) last.current = { props, drawn: createElement(View, props) }
    return last.current.drawn
  }
}
