import { SYMMETRY_PROPERTIES } from './symmetry.ts'
import { describeProperties } from './run.ts'

describeProperties('order', SYMMETRY_PROPERTIES)
