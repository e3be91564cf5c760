import type { Placed } from '../syntax/tree.ts'
import type { Piece } from './piece.ts'

/** A statement in its place, elaborated: what the rules across statements go over. */
export interface Entry {
  readonly file: string
  readonly placed: Placed
  readonly piece: Piece
}
